#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a test that needs other people's programs, or says that it cannot.
# usage: run.sh TEST PROGRAM, with TEST a file beside this one
program=$(realpath "$2")
cd "$(dirname "$0")" || exit 1
if [ ! -d node_modules ] || ! command -v node >/dev/null 2>&1; then
    echo "skipped: the packages of this test are not installed (cmake/bootstrap ci installs them)"
    exit 77
fi
exec node "$1" "$program"
