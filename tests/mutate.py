#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Changes operators and constants of the engine one by one, and runs the unit tests: what no test notices is told.

usage: tests/mutate.py BUILD [--every N] [--from K] [--least PERCENT] [--again LOG] [FILE…]

Every Nth change is tried, beginning with the Kth (all of them take hours). A change is noticed when a test fails, the
program breaks or does not end, or it does not compile: the last kind counts for nothing. Changes that nobody can see have
their reason in tests/unseen.txt, and are passed over. --again tries those that an earlier run has printed. Exit 1 when fewer
than PERCENT are noticed.
"""

import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import re
import resource
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILES = ["engine/language/evaluate.cpp", "engine/language/tolerate.cpp", "engine/language/linear.cpp", "engine/check/figures/figures.cpp", "engine/check/figures/filing_names.cpp", "engine/check/figures/question_answers.cpp", "engine/check/figures/below_sum.cpp",
         "engine/check/verdicts/plain_sums.cpp", "engine/check/verdicts/judge.cpp", "engine/check/verdicts/rule_walk.cpp", "engine/check/verdicts/instance_verdict.cpp", "engine/check/readings/each_reading.cpp", "engine/check/readings/choose.cpp", "engine/check/readings/reading_search.cpp",
         "engine/check/readings/infer.cpp", "engine/check/causes/sums.cpp", "engine/check/causes/repair.cpp", "engine/check/causes/slips.cpp", "engine/check/causes/cause.cpp", "engine/check/causes/repair_candidates.cpp", "grammar/filing/tables/divide.cpp"]
LEFT_OUT = "layouts: through*,fuzz*"  # the first takes minutes; the second is about input that is broken
LONGEST = 240  # seconds for one run of the tests
MEMORY = 4 << 30

# What is looked for, outside of comments and strings, and what is put in its place.
CHANGES = [
    (r"(?<= )<=(?= )", "<"), (r"(?<= )>=(?= )", ">"), (r"(?<= )<(?= )", "<="), (r"(?<= )>(?= )", ">="), (r"(?<= )==(?= )", "!="), (r"(?<= )!=(?= )", "=="),
    (r"(?<= )&&(?= )", "||"), (r"(?<= )\|\|(?= )", "&&"), (r"(?<= )\+(?= )", "-"), (r"(?<= )-(?= )", "+"), (r"(?<= )\*(?= )", "/"), (r"(?<= )\+=(?= )", "-="),
    (r"(?<= )-=(?= )", "+="), (r"\bstd::min\b", "std::max"), (r"\bstd::max\b", "std::min"), (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"(?<=[( ])!(?=[a-z_(*])", ""),
    (r"(?<![\w.'\"{])\d+(?![\w.'\"])", None),  # a constant becomes the next one
]


def blank_out(line):
    """The line with its strings, characters and comments as blanks, so that places stay."""
    def blanks(found):
        return " " * len(found.group())
    return re.sub(r'//.*|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'', blanks, line)


def changes_of(name):
    """(name, line from 0, the line as it was, the line as it is changed)"""
    found = []
    for number, line in enumerate((ROOT / name).read_text().splitlines()):
        code = blank_out(line)
        if code.lstrip().startswith(("#", "template", "case ")) or "static_assert" in code:
            continue
        for pattern, by in CHANGES:
            for match in re.finditer(pattern, code):
                put = str(int(match.group()) + 1) if by is None else by
                found.append((name, number, line, line[:match.start()] + put + line[match.end():]))
    return found


def mark_of(change):
    name, _, before, after = change
    return hashlib.sha256(f"{name}\n{before.strip()}\n{after.strip()}".encode()).hexdigest()[:12]


class Builder:
    """Compiles one changed file and puts it before the libraries: the linker takes it, and not the member of the archive."""

    def __init__(self, build):
        self.build = build
        commands = subprocess.run(["ninja", "-C", build, "-t", "commands", "tests/gouji_tests"], check=True, capture_output=True, text=True).stdout.splitlines()
        self.link = next(one for one in reversed(commands) if " -o tests/gouji_tests " in one).split("&&")[1].strip()
        self.compile = {name: next(one for one in commands if one.endswith(str(ROOT / name))) for name in FILES}

    def run(self, command, **more):
        return subprocess.run(shlex.split(command), cwd=self.build, capture_output=True, text=True, check=False, **more)

    def try_one(self, change):
        """True where a test notices, False where none does, None where it does not compile."""
        name, number, _, after = change
        with tempfile.TemporaryDirectory() as folder:
            lines = (ROOT / name).read_text().splitlines()
            lines[number] = after
            source = pathlib.Path(folder) / pathlib.Path(name).name
            source.write_text("\n".join(lines) + "\n")
            obj, program = f"{folder}/changed.o", f"{folder}/tests"
            made = re.sub(r" -o \S+", f" -o {obj}", self.compile[name]).replace(str(ROOT / name), str(source)).replace("-O3", "-O1")
            if self.run(made + " -w").returncode != 0:
                return None
            if self.run(self.link.replace(" -o tests/gouji_tests ", f" -o {program} {obj} ")).returncode != 0:
                return None
            try:
                done = subprocess.run([program, "--abort-after=1", f"-tce={LEFT_OUT}"], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL, timeout=LONGEST, check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
            except subprocess.TimeoutExpired:
                return True
            return done.returncode != 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--least", type=int, default=90)
    parser.add_argument("--again", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("files", nargs="*")
    given = parser.parse_args()
    unseen = {line.split()[0] for line in (ROOT / "tests" / "unseen.txt").read_text().splitlines() if line and not line.startswith("#")}
    every = [change for name in given.files or FILES for change in changes_of(name)]
    chosen = [change for change in every[given.first::given.every] if mark_of(change) not in unseen]
    if given.again:
        printed = set(re.findall(r"^[0-9a-f]{12}", given.again.read_text(), re.M))
        chosen = [change for change in chosen if mark_of(change) in printed]
    builder = Builder(given.build.resolve())
    noticed = survived = 0
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for change, outcome in zip(chosen, pool.map(builder.try_one, chosen)):
            noticed += outcome is True
            survived += outcome is False
            if outcome is False:
                name, number, before, after = change
                print(f"{mark_of(change)} {name}:{number + 1}\n  - {before.strip()}\n  + {after.strip()}", flush=True)
    tried = noticed + survived
    print(f"{len(every)} changes, {len(chosen)} chosen, {tried} that compile: {noticed} noticed ({100 * noticed / max(tried, 1):.1f}%), {survived} not")
    sys.exit(0 if tried and 100 * noticed >= given.least * tried else 1)


main()
