#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The test of the job, where PySpark and Java are installed (cmake/bootstrap scale does that); skipped elsewhere.
# usage: run.sh GOUJI GOUJI-CORPUS PYTHON
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v java >/dev/null || ! "$3" -c 'import pyspark, yaml' 2>/dev/null; then
    echo "skipped: PySpark or Java is not installed"
    exit 77
fi
PYTHONPATH="$here" PYSPARK_PYTHON="$3" exec "$3" "$here/test_scale.py" "$1" "$2"
