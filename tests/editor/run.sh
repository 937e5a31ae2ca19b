#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the test of the schemas, or says that it cannot.
program=$(realpath "$1")
cd "$(dirname "$0")" || exit 1
if [ ! -d node_modules ] || ! command -v node >/dev/null 2>&1; then
    echo "skipped: yaml-language-server is not installed (cmake/bootstrap ci installs it)"
    exit 77
fi
exec node test.mjs "$program"
