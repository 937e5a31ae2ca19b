#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs clang-tidy over the sources of some folders, with the checks of .clang-tidy.

usage: tests/tidy.py ROOT BUILD FOLDER…

BUILD has compile_commands.json. Exit 77 (skipped) without clang-tidy 14, the one of Debian 12.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

SKIPPED = 77


def is_installed():
    try:
        version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    return " 14." in version


def look_at(build, path):
    """What clang-tidy has to say of one source; empty where it has nothing. Warnings of the compiler are GCC's affair."""
    done = subprocess.run(["clang-tidy", "--quiet", "-p", build, "--extra-arg=-Wno-everything", path], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode != 0 else ""


def main():
    root, build = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    if not is_installed():
        print("skipped: clang-tidy 14 is not installed (cmake/bootstrap ci does)")
        return SKIPPED
    commands = json.loads((pathlib.Path(build) / "compile_commands.json").read_text(encoding="utf-8"))
    folders = tuple(folder.rstrip("/") + "/" for folder in sys.argv[3:])
    files = sorted({one["file"] for one in commands if os.path.relpath(one["file"], root).startswith(folders)})
    assert files, "no source to look at"
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = [text for text in pool.map(lambda name: look_at(build, name), files) if text]
    for text in said:
        print(re.sub(re.escape(str(root)) + "/", "", text), end="")
    print(f"{len(files)} sources, {len(said)} of them with something to mend")
    return 1 if said else 0


sys.exit(main())
