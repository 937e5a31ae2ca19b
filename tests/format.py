#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the sources against .clang-format, and their lines against 120 columns.

usage: tests/format.py ROOT

Han characters take two columns. Text of another language in a raw string (SQL, YAML) may be wider. Exit 77 (skipped) without
clang-format 14, the one of Debian 12: others lay the same code out in another way.
"""

import pathlib
import re
import subprocess
import sys
import unicodedata

SKIPPED = 77
WIDEST = 120
FOLDERS = ["engine", "grammar", "reports", "tests"]


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def wide_lines(path):
    text = path.read_text(encoding="utf-8")
    # Lines of raw strings keep their number and lose their text.
    text = re.sub(r'R"(\w*)\((?:.|\n)*?\)\1"', lambda raw: "\n" * raw[0].count("\n"), text)
    return [f"{path}:{number}: {columns(line)} columns" for number, line in enumerate(text.split("\n"), 1) if columns(line) > WIDEST]


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted(path for folder in FOLDERS for ending in ("*.cpp", "*.hpp") for path in (root / folder).rglob(ending))
    wide = [line for path in files for line in wide_lines(path)]
    for line in wide:
        print(line)
    if wide:
        return 1
    try:
        version = subprocess.run(["clang-format", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        version = ""
    if " 14." not in version:
        print("skipped: clang-format 14 is not installed (cmake/bootstrap ci does)")
        return SKIPPED
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *map(str, files)], capture_output=True, text=True)
    print(done.stderr[-5000:])
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
