#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the fuzz targets of a build of the `fuzz` preset, and says how each of them ended.

usage: tests/fuzz/run.py BUILD SECONDS [TARGET…]

SECONDS of processor time for each target, as many side by side as there are processors. What the targets learn is kept in
BUILD/corpus, what breaks one in BUILD/found: make it small (fuzz_TARGET -minimize_crash=1 …), put it into
tests/fuzz/cases/TARGET/, and mend what it broke. Exit 1 when something was found.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

LONGEST_INPUT = 40_000  # bytes: a report has some 10,000
SHORT = 60  # seconds: a run as short as CI's goes the same way every time, as far as its machine lets it
LONGEST_TIME = 5  # seconds for one input; with the sanitizers all is some five times as slow


def run(build, cases, seconds, target):
    corpus = build / "corpus" / target
    found = build / "found" / target
    corpus.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(found, ignore_errors=True)
    found.mkdir(parents=True)
    inputs = [corpus, build / "seeds" / target]
    if (cases / target).is_dir():
        inputs.append(cases / target)
    command = [build / "tests" / f"fuzz_{target}", f"-timeout={LONGEST_TIME}", f"-max_len={LONGEST_INPUT}", "-rss_limit_mb=2048",
               *(["-seed=1"] if seconds < SHORT else []), "-print_final_stats=1", f"-artifact_prefix={found}/"]
    # libFuzzer counts by the clock: what other programs took of its time is made up for.
    spent, inputs_run, text = 0.0, 0, ""
    while spent < seconds - 0.5:
        more = max(1, round(seconds - spent))
        with subprocess.Popen([*command, f"-max_total_time={more}", *inputs], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            part = process.stdout.read().decode(errors="replace")
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = code = os.waitstatus_to_exitcode(status)
        text += part
        spent += used.ru_utime + used.ru_stime
        inputs_run += int((re.findall(r"stat::number_of_executed_units:\s+(\d+)", part) or ["0"])[-1])
        if code != 0:
            break
    (build / "found" / f"{target}.log").write_text(text)
    broken = sorted(one.name for one in found.iterdir())
    last = re.findall(r"^#\d+\s+(?:DONE|pulse|NEW|REDUCE).*", text, re.M)
    stats = dict(re.findall(r"stat::(\w+):\s+(\d+)", text))
    said = f"{target}: {inputs_run} inputs in {spent:.0f} s, slowest {stats.get('slowest_unit_time_sec', '?')} s, {stats.get('peak_rss_mb', '?')} MiB; {last[-1] if last else 'no line of progress'}"
    if code != 0 or broken:
        said += f"\n  BROKEN (exit {code}): {', '.join(broken) or text[-2000:]}"
    return code == 0 and not broken, said


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    cases = pathlib.Path(__file__).resolve().parent / "cases"
    names = subprocess.run([build / "tests" / "gouji-fuzz-seeds", build / "seeds"], check=True, capture_output=True, text=True).stdout.split()
    chosen = sys.argv[3:] or names
    good = True
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for well, said in pool.map(lambda target: run(build, cases, int(sys.argv[2]), target), chosen):
            print(said, flush=True)
            good = good and well
    sys.exit(0 if good else 1)


main()
