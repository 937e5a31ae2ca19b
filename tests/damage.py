#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Takes reports that were damaged at random through the program, and says which rounds it did not survive.

usage: tests/damage.py GOUJI_DAMAGE GOUJI REPORTS [--seed N] [--originals DIR]

GOUJI_DAMAGE is tests/gouji-damage of a build: a round of it is one to three reports, read, linked, judged under the standard
and the strict suite, explained rule by rule, and written in every format but one. GOUJI itself then checks the same reports
as files, in the formats that people are given. The texts that are damaged are those of
examples/, or of another folder (its whole path). Ends with `N reports, N rounds, N broken`; exit 1 when something broke.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

ROUNDS = 250  # in one process
LONGEST = 1200  # seconds for these; the sanitizers are slow
FORMATS = ["text", "json", "html", "xlsx", "markdown", "csv"]


def run_rounds(program, originals, first, rounds):
    """How many reports went well, and the rounds that broke the program, each with what it said."""
    reports, broken = 0, []
    end = first + rounds
    while first < end:
        done = subprocess.run([program, str(end - first), "--seed", str(first), *originals], capture_output=True, text=True, timeout=LONGEST)
        lines = [line.split() for line in done.stdout.splitlines()]
        if done.returncode == 0:
            return reports + sum(int(size) for _, size in lines), broken
        if not lines:
            raise SystemExit(f"{program} does not run: {done.stderr[-2000:]}")
        reports += sum(int(size) for _, size in lines[:-1])
        last = int(lines[-1][0])
        broken.append((last, f"exit {done.returncode}: {done.stderr.strip()[-2000:]}"))
        first = last + 1
    return reports, broken


def check_files(program, originals, gouji, first, rounds):
    """The same reports as files, given to the program itself all at once."""
    broken = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, str(rounds), "--seed", str(first), *originals, "--write", folder], check=True, capture_output=True)
        for name in FORMATS:
            output = pathlib.Path(folder) / f"result.{name}"
            done = subprocess.run([gouji, "check", "--all", "--format", name, "-o", str(output), folder], capture_output=True, timeout=LONGEST)
            if done.returncode not in (0, 1, 2):
                broken.append((first, f"check --format {name} of {rounds} rounds: exit {done.returncode}: {done.stderr.decode()[-2000:]}"))
            output.unlink(missing_ok=True)
    return broken


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("damage")
    arguments.add_argument("gouji")
    arguments.add_argument("reports", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--originals")
    arguments = arguments.parse_args()
    originals = ["--originals", arguments.originals] if arguments.originals else []
    reports, rounds, broken = 0, 0, []
    while reports < arguments.reports:
        first = arguments.seed + rounds
        went_well, wrong = run_rounds(arguments.damage, originals, first, ROUNDS)
        broken += wrong + check_files(arguments.damage, originals, arguments.gouji, first, ROUNDS)
        reports += went_well
        rounds += ROUNDS
    for number, said in broken:
        print(f"round {number}: {said}\n  its reports: {' '.join([arguments.damage, *originals])} 1 --seed {number} --write FOLDER")
    print(f"{reports} reports, {rounds} rounds, {len(broken)} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
