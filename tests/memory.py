#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds a run to memory that does not grow with it: in each format 400 filings with findings take little more than 100.

usage: tests/memory.py BENCH_MEMORY GOUJI GOUJI_CORPUS
"""

import pathlib
import re
import subprocess
import sys
import tempfile

FEW, MANY = 100, 400
# Filings that wait stay in memory up to a bound (engine/store/shelf.hpp), and so does text (engine/cli/run_outlet.cpp).
# What is kept of each filing beyond that would be 300 times 180 KiB, were it the filing.
MOST_MORE = 32  # MiB
LINE = re.compile(r"^(check|read) +(\w+) +([\d.]+) ")


def used(bench, gouji, folder):
    ran = subprocess.run([bench, gouji, folder], stdout=subprocess.PIPE, text=True, timeout=600, check=True)
    return {(found[1], found[2]): float(found[3]) for found in map(LINE.match, ran.stdout.splitlines()) if found}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    bench, gouji, corpus = sys.argv[1:]
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (FEW, MANY):
            filings = pathlib.Path(folder) / str(count)
            subprocess.run([corpus, filings, str(count), "--plain", "--faulty", "100"], check=True, stdout=subprocess.DEVNULL)
            made[count] = used(bench, gouji, filings)
    grown = 0
    for way, memory in made[MANY].items():
        more = memory - made[FEW][way]
        if more > MOST_MORE:
            grown += 1
            print(f"{' '.join(way)}: {made[FEW][way]:.0f} MiB for {FEW} filings, {memory:.0f} MiB for {MANY}")
    print(f"{len(made[MANY])} ways to write a run, {grown} grow with it")
    sys.exit(1 if grown or not made[MANY] else 0)


main()
