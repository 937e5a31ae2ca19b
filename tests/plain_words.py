#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plain words: phrases that the pages, the printed texts and the comments of the project do not use, each with what to
write instead.

usage: plain_words.py ROOT [FOLDER…]     (folders whose comments are read; all by default)
"""
import pathlib
import re
import sys

PHRASES = [
    (r"(?<!here )\b(?:is|are|was|were|be) no (?!longer\b|more than\b|less than\b|fewer than\b)[a-z]\w*", "is not a …"),
    (r"\bstands? (?:in|at|behind|beside|under|on|there|before|after|above|below|where|between|next|by)\b", "is"),
    (r"\bbehind\b", "after"),
    (r"\bnearly (?:all|every|no|none|always|never)\b", "most, almost"),
    (r"(?<![-\w])mend(?:s|ed|ing)?\b(?!-)", "repair, correct, fix"),
    (r"\b(?:is|are|was|were) told\b", "is reported, the message says"),
    (r"\bneeds? a thought\b", "is not trivial"),
    (r"(?:^|[.:;] )Of (?:a|an|the|each|every|all|several|these|those|what|two|both)\b(?! [^.]{0,30}\bof\b)", "subject first"),
    (r"\bwithout a rest\b", "is a multiple of"),
    (r"\bfor want of\b", "without"),
    (r"无法判定", "不能判定"),
]
# Pages that the program makes: their texts are checked where they are written.
MADE = {"reference.md", "rule-book.en.md", "rule-book.zh.md"}
LEFT_OUT = {"build", ".git", "node_modules", "corpus", "fuzz", "golden"}

root = pathlib.Path(sys.argv[1]).resolve()
ALL = ["engine", "grammar", "reports", "tests", "cmake", "rules"]
folders = sys.argv[2:] or ALL


def comments(path, text):
    """The comments and string literals of a source, by line."""
    hashes = path.suffix in {".py", ".cmake", ".yaml", ".sh"} or path.name == "CMakeLists.txt"
    for number, line in enumerate(text.split("\n"), 1):
        found = re.search(r"(?:^|\s)#\s(.*)$" if hashes else r"//[/<!]*\s?(.*)$", line)
        top = path.parts[len(root.parts)]
        if found:
            if top in folders:
                yield number, found[1]
        elif path.suffix in {".cpp", ".hpp"} and top != "tests" and (top != "reports" or top in folders):
            for literal in re.findall(r'"((?:[^"\\]|\\.)*)"', line):
                yield number, literal
        elif path.suffix == ".yaml" and top == "rules":
            yield number, line


def lines_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".md":
        yield from comments(path, text)
        return
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= line.startswith("```")
        if not fenced:
            yield number, re.sub(r"`[^`]*`", "", line)


def main():
    files = [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("scale/*.md")]
    for folder in ALL:
        files += [path for suffix in ("*.cpp", "*.hpp", "*.py", "*.cmake", "*.yaml", "*.sh", "CMakeLists.txt")
                  for path in (root / folder).rglob(suffix)]
    mistakes = 0
    for path in sorted(set(files)):
        if LEFT_OUT & set(path.relative_to(root).parts) or path.name in MADE | {"plain_words.py"}:
            continue
        for number, line in lines_of(path):
            for pattern, better in PHRASES:
                if found := re.search(pattern, line):
                    mistakes += 1
                    print(f"{path.relative_to(root)}:{number}: “{found[0].strip()}”: write “{better}”")
    print(f"{mistakes} phrases are not plain" if mistakes else f"{len(files)} files in plain words")
    sys.exit(1 if mistakes else 0)


main()
