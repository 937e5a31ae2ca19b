#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the listing to its promises: a source has a header of its own name, a file name means one thing, and a function is
short or says why it is not.

usage: house.py ROOT
"""

import collections
import pathlib
import re
import sys

LAYERS = ["engine", "grammar", "reports"]
# What is found through a table alone: one file each, and no header of its own.
TABLES = ["engine/cli/commands/", "engine/language/functions/", "engine/serve/answers/", "engine/source/readers/", "reports/formats/"]
PROGRAMS = re.compile(r"^(main|make_[a-z_]+)$")
# Each layer that can meet trouble has a table of it.
SHARED_NAMES = {"codes"}
# A file here bears the name of the function that it is, as rules write it.
NAMED_BY_USERS = "engine/language/functions/"
MOST_LINES = 60
MOST_TOKENS = 400
TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[A-Za-z_]\w*|\d[\w.\']*|::|->|<<|>>|<=|>=|==|!=|&&|\|\||\+\+|--|[-+*/%&|^]=|[^\s\w]')
FUNCTION = re.compile(r"^(?: {4})?(?!namespace|class|struct|enum|union|return|using|constexpr|inline constexpr|static const|const std::array|template|public:|private:|\}|//|#)[A-Za-z_~\[]")
NOT_A_FUNCTION = re.compile(r"^\s*\[\]|[{\"=]")


def sources(root):
    for folder in LAYERS:
        yield from sorted(path for path in (root / folder).rglob("*.[ch]pp"))


def subject(path):
    return path.stem.removeprefix("private_")


def without_header(root):
    for path in sources(root):
        shown = str(path.relative_to(root))
        if path.suffix != ".cpp" or PROGRAMS.match(path.stem):
            continue
        headers = [path.with_suffix(".hpp"), path.with_name(f"private_{path.stem}.hpp")]
        by_table = any(shown.startswith(table) for table in TABLES)
        if not by_table and not any(header.exists() for header in headers):
            yield f"{shown}: no header of this name"


def shared_names(root):
    places = collections.defaultdict(set)
    for path in sources(root):
        if str(path.relative_to(root)).startswith(NAMED_BY_USERS):
            continue
        places[subject(path)].add(str(path.parent.relative_to(root)))
    for name, folders in sorted(places.items()):
        if len(folders) > 1 and name not in SHARED_NAMES:
            yield f"{name} is a file of {', '.join(sorted(folders))}"


def functions(lines):
    """The first and the last line of each function, from 0."""
    at = 0
    while at < len(lines):
        if not FUNCTION.match(lines[at]):
            at += 1
            continue
        end = at
        while end < len(lines) and not re.search(r"[;{}]$", re.sub(r"\s*//.*", "", lines[end])):
            end += 1
        head = " ".join(lines[at:end + 1])
        indent = re.match(" *", lines[at])[0]
        if end < len(lines) and re.search(r"\)[^=;]*\{$", re.sub(r"\s*//.*", "", head)) and not NOT_A_FUNCTION.search(head.split("(")[0]):
            last = end + 1
            while last < len(lines) and not lines[last].startswith(indent + "}"):
                last += 1
            yield at, last
            at = last
        at = max(at, end) + 1


def long_functions(root):
    for path in sources(root):
        lines = path.read_text(encoding="utf-8").split("\n")
        for first, last in functions(lines):
            body = "\n".join(re.sub(r"//.*", "", line) for line in lines[first:last + 1])
            tokens = len(TOKEN.findall(body))
            above = first - 1
            while above > 0 and lines[above].lstrip().startswith("template"):
                above -= 1
            explained = above >= 0 and re.match(r"\s*//", lines[above])
            if (tokens > MOST_TOKENS or last - first + 1 > MOST_LINES) and not explained:
                yield f"{path.relative_to(root)}:{first + 1}: {tokens} tokens, {last - first + 1} lines, and no word of why"


def main():
    root = pathlib.Path(sys.argv[1])
    wrong = [*without_header(root), *shared_names(root), *long_functions(root)]
    for line in wrong:
        print(line)
    count = sum(1 for path in sources(root) for _ in functions(path.read_text(encoding="utf-8").split("\n")))
    assert count > 500, f"only {count} functions were found: the check itself is broken"
    print(f"{count} functions, {len(wrong)} breaches of the house" if wrong else f"{count} functions stand as the house wants them")
    return 1 if wrong else 0


sys.exit(main())
