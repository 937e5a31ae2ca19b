#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the program against real reports that were read by hand, when they lie beside the checkout: it must not get worse.

usage: tests/real_reports.py GOUJI FOLDER

Not all that a person reads in them is read yet. KNOWN has what is: whoever makes it better writes the new figures here; worse
figures fail. Exit 77 (skipped) where the reports are not there, or are others than those of KNOWN.
"""

import pathlib
import re
import subprocess
import sys

SKIPPED = 77
# What is counted; whether more of it is better (1), worse (-1), or says that these are other reports (0).
KNOWN = {
    "accept": (r"(\d+) documents, (\d+) cells of which (\d+) wrong, (\d+) differences",
               [("documents", 0, 15), ("cells", 0, 2063), ("cells wrong", -1, 0), ("differences", -1, 0)]),
    "cases": (r"(\d+) of (\d+) cases right", [("cases right", 1, 101), ("cases", 0, 102)]),
    "prose": (r"facts (\d+)/(\d+), wrong (\d+), sums (\d+)/(\d+), false findings (\d+)",
              [("facts", 1, 219), ("facts stated", 0, 221), ("facts wrong", -1, 0), ("sums", 1, 42), ("sums stated", 0, 44), ("false findings", -1, 0)]),
}


def main():
    gouji, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (folder / "accept" / "accept.py").is_file():
        print(f"skipped: the real reports are not here ({folder / 'accept'})")
        return SKIPPED
    worse, other = [], []
    for name, (pattern, known) in KNOWN.items():
        done = subprocess.run([sys.executable, folder / "accept" / f"{name}.py", "--gouji", gouji], capture_output=True, text=True, timeout=1200)
        found = re.search(pattern, done.stdout)
        if not found:
            worse.append(f"{name}: says nothing: {done.stderr.strip()[-500:]}")
            continue
        print(f"{name}: {found[0]}")
        worse += [f"{name}: {line}" for line in (done.stdout + done.stderr).splitlines() if re.search(r"crash|exit -\d+|timeout", line)]
        for (what, sense, best), now in zip(known, map(int, found.groups())):
            if sense == 0 and now != best:
                other.append(f"{name}: {now} {what}, not {best}")
            elif sense * (now - best) < 0:
                worse.append(f"{name}: {what}: {now}, were {best}")
            elif now != best:
                print(f"{name}: {what}: {now}, were {best}: better; write it here")
    for line in worse + other:
        print(line)
    if other:
        print("skipped: these are other reports than those whose figures are known")
        return 1 if any("crash" in line or "exit -" in line for line in worse) else SKIPPED
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
