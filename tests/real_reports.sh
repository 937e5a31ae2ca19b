#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Holds the program against real reports that were read by hand, when they stand beside the checkout.
# usage: real_reports.sh PROGRAM FOLDER
accept="$2/accept/accept.py"
if [ ! -f "$accept" ]; then
    echo "skipped: the real reports are not here ($accept)"
    exit 77
fi
# The program that turns PDF into text is not on every machine.
command -v pdftotext >/dev/null && exec python3 "$accept" --gouji "$1"
for kind in .txt .html; do
    python3 "$accept" --gouji "$1" --only "$kind" || exit 1
done
