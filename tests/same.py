#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same input gives the same bytes, whatever machine, place and hour the program runs in.

usage: tests/same.py GOUJI

Every command below runs on the samples in one plain environment, and then with other locales, time zones, working directories,
numbers of jobs and contents of fresh memory; what comes out must not differ in a byte.
"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLAIN = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"}
OTHERS = [
    ("another locale", {"LC_ALL": "zh_CN.GB18030", "LANG": "zh_CN.GB18030"}, "/", "4"),
    ("a locale with decimal commas", {"LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"}, "/", "4"),
    ("a locale with another i", {"LC_ALL": "tr_TR.UTF-8"}, "/tmp", "2"),
    ("another time zone", {"TZ": "Pacific/Kiritimati"}, "/", "3"),
    ("no environment but the path", None, str(ROOT), "1"),
    ("memory with something in it", {"MALLOC_PERTURB_": "165"}, "/", "4"),
    ("a narrow terminal without colour", {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"}, "/", "4"),
]


def run(program, arguments, environment, folder, jobs):
    done = subprocess.run([program, *arguments, *(["--jobs", jobs] if arguments[0] in ("check", "read") else [])], env=environment, cwd=folder, capture_output=True, timeout=300, check=False)
    return done.returncode, done.stdout, done.stderr


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    examples = str(ROOT / "examples")
    commands = [["check", "--all", "--format", one, examples] for one in ("text", "json", "jsonl", "csv", "markdown", "sarif", "html", "paper", "junit", "xlsx", "docx", "evidence")]
    commands += [["read", "--format", one, examples] for one in ("text", "json", "jsonl")]
    commands += [["rules", "list"], ["rules", "book"], ["rules", "test"]]
    differ = 0
    for arguments in commands:
        wanted = run(program, arguments, PLAIN, "/", "1")
        if wanted[0] not in (0, 1) or not wanted[1]:
            differ += 1
            print(f"gave nothing: {' '.join(arguments)}: exit {wanted[0]} {wanted[2][:200]}")
            continue
        for name, change, folder, jobs in OTHERS:
            environment = {"PATH": os.environ["PATH"]} if change is None else {**PLAIN, **change}
            if run(program, arguments, environment, folder, jobs) != wanted:
                differ += 1
                print(f"differs with {name}: {' '.join(arguments)}")
    print(f"{len(commands)} commands in {len(OTHERS)} other places, {differ} differ")
    sys.exit(1 if differ else 0)


main()
