#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does what docs/contributor.md says, to the letter, in a copy of the project: every block with the name of a file is written to
that file, every block of commands is run.

usage: tests/contributor.py FOLDER     (which is created; an old one is replaced)

Most of the time goes into the first build of the copy. It is made without optimising, or comes from the cache of compilers
that CMAKE_CXX_COMPILER_LAUNCHER names.

Blocks begin with ```LANGUAGE file=NAME (a new file), append=NAME, or after=, before= or replace=NAME with line="…" (a line that begins so).
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def write(folder, how, name, line, content):
    path = folder / name
    if how == "file":
        assert not path.exists(), f"{name} is there already"
        path.write_text(content)
        return
    text = path.read_text()
    if how == "append":
        path.write_text(text + content)
        return
    at = text.index("\n" + line) + 1
    if how == "before":
        made = text[:at] + content + text[at:]
    elif how == "after":
        end = text.index("\n", at) + 1
        made = text[:end] + content + text[end:]
    else:
        made = text[:at] + content.rstrip("\n") + text[at + len(line):]
    path.write_text(made)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns("build", ".git", "node_modules"))
    page = (ROOT / "docs" / "contributor.md").read_text()
    page = page[page.index("## Add a rule"):]
    options = [] if os.environ.get("CMAKE_CXX_COMPILER_LAUNCHER") else ["-DCMAKE_CXX_FLAGS_RELEASE=-O0", "-DGOUJI_PRECOMPILE=ON"]
    subprocess.run(["cmake", "--preset", "release", *options, "-DBUILD_TESTING=OFF"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "gouji"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    blocks = re.findall(r"^```(\w+)(?: (file|append|after|before|replace)=(\S+)(?: line=\"([^\n]*)\")?)?\n(.*?)^```$", page, re.M | re.S)
    done = 0
    for language, how, name, line, content in blocks:
        if how:
            write(folder, how, name, line, content)
        elif language == "sh":
            for command in content.splitlines():
                # The tests need not be built for what is tried here.
                command = command.replace("--build --preset release", "--build --preset release --target gouji")
                expected = int((re.findall(r"# exit (\d)", command) or ["0"])[0])
                ran = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
                print(f"$ {command}\n{ran.stdout[-1200:]}{ran.stderr[-1200:]}", flush=True)
                assert ran.returncode == expected, f"exit {ran.returncode}"
        else:
            continue
        done += 1
    assert done >= 15, "the page has lost its steps"
    shutil.rmtree(folder)
    print(f"{done} steps done")


main()
