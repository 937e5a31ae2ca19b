#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The job on a small cluster of its own: its findings are those of one machine, byte for byte, also when an executor is
killed on the way; and what fails is not swallowed.

usage: test_scale.py GOUJI GOUJI-CORPUS
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import types

import check_on_spark
from pyspark.sql import SparkSession

gouji, maker = (os.path.abspath(path) for path in sys.argv[1:3])
passed = failed = 0


def expect(true, what):
    global passed, failed
    passed, failed = passed + bool(true), failed + (not true)
    print(("ok      " if true else "FAILED  ") + what, flush=True)


def options(**given):
    made = {"gouji": gouji, "rules": None, "organs": [], "waivers": [], "suite": None, "today": None, "lang": None, "all": True, "apart": False, "partitions": 5, "overwrite": False}
    return types.SimpleNamespace(**{**made, **given})


def one_machine(paths, *more):
    """The lines of filings that one run prints, sorted."""
    ran = subprocess.run([gouji, "check", "--format", "jsonl", "--all", "-q", *more, *paths], capture_output=True, text=True)
    lines = ran.stdout.splitlines()
    return sorted(lines[:-1]), json.loads(lines[-1])["diagnostics"], ran.returncode


def lines_of(spark, output):
    return sorted(row["result"] for row in spark.read.parquet(os.path.join(output, "filings")).collect())


def executors():
    """Processes of executors of this test's cluster."""
    found = subprocess.run(["pgrep", "-f", f"gouji.test={os.getpid()} .*CoarseGrainedExecutorBackend"], capture_output=True, text=True).stdout.split()
    return [int(one) for one in found]


def kill_one_when_busy(done):
    """Kills an executor while one of its processes of gouji is at work."""
    while not done.is_set():
        busy = subprocess.run(["pgrep", "-f", "gouji check --format jsonl"], capture_output=True, text=True).stdout.split()
        victims = executors()
        if busy and victims:
            os.kill(random.choice(victims), signal.SIGKILL)
            return done.set()
        time.sleep(0.005)


with tempfile.TemporaryDirectory(prefix="gouji-scale-") as folder:
    filings = os.path.join(folder, "filings")
    subprocess.run([maker, filings, "900", "--years", "3", "--faulty", "25"], check=True)
    for name in ("empty.txt", "no-filing.txt"):
        with open(os.path.join(filings, name), "w", encoding="utf-8") as file:
            file.write("" if name == "empty.txt" else "今天天气很好。\n")
    broken = os.path.join(folder, "broken.yaml")
    with open(broken, "w", encoding="utf-8") as file:
        file.write("- id: broken\n  check: 1 == 1\n")

    os.mkdir(os.path.join(folder, "none"))
    searched = subprocess.run([gouji, "check", "--lang", "en", os.path.join(folder, "none")], capture_output=True, text=True).stderr
    expect("(" + " ".join(check_on_spark.ENDINGS) + ")" in searched, "the job searches for the files that the program searches for")

    spark = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("gouji-test-" + str(os.getpid())).config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
             .config("spark.executor.extraJavaOptions", "-Dgouji.test=" + str(os.getpid())).config("spark.executorEnv.PYTHONPATH", os.path.dirname(os.path.abspath(check_on_spark.__file__)))
             .config("spark.local.dir", folder).getOrCreate())
    spark.sparkContext.setLogLevel("OFF")
    try:
        wanted, diagnostics, code = one_machine([filings])
        expect(len(wanted) == 900, f"one machine reads {len(wanted)} filings")

        output = os.path.join(folder, "plain")
        got = check_on_spark.run(spark, options(input=filings, output=output))
        expect(lines_of(spark, output) == wanted, "a folder: the same lines as one machine's, byte for byte after sorting")
        rows = spark.read.parquet(os.path.join(output, "findings"))
        expect(rows.count() == sum(len(json.loads(line)["findings"]) for line in wanted), f"{rows.count()} findings, as many as one machine has")
        expect(rows.filter("rule = 'carry-over-differs'").count() > 0, "years of one organ meet, wherever they lay")
        told = spark.read.parquet(os.path.join(output, "diagnostics"))
        expect(sorted((row["file"], row["code"]) for row in told.collect()) == sorted((one["file"], one["code"]) for one in diagnostics), f"the same {told.count()} diagnostics")
        expect(got == code == 2, "what could not be read shows in the exit code")

        done = threading.Event()
        killer = threading.Thread(target=kill_one_when_busy, args=(done,), daemon=True)
        killer.start()
        output = os.path.join(folder, "killed")
        check_on_spark.run(spark, options(input=filings, output=output))
        was_killed = done.is_set()
        done.set()
        killer.join()
        expect(was_killed, "an executor was killed while it checked")
        expect(lines_of(spark, output) == wanted, "with an executor killed on the way: the same lines")

        table = os.path.join(folder, "table.parquet")
        texts = sorted(os.path.join(filings, "0", name) for name in os.listdir(os.path.join(filings, "0")) if name.endswith(".txt"))[:60]

        def is_utf8(path):
            try:
                with open(path, encoding="utf-8", newline="") as file:
                    return file.read()
            except UnicodeDecodeError:
                return None

        texts = [(path, is_utf8(path)) for path in texts]
        texts = [one for one in texts if one[1] is not None]
        spark.createDataFrame(texts, ["name", "text"]).write.parquet(table)
        output = os.path.join(folder, "from-table")
        check_on_spark.run(spark, options(input=table, output=output, apart=True, suite="tables-only"))
        expect(lines_of(spark, output) == one_machine([path for path, _ in texts], "--apart", "--suite", "tables-only")[0], f"a table of {len(texts)} texts, each apart, with a suite: the same lines")

        try:
            check_on_spark.run(spark, options(input=filings, output=os.path.join(folder, "broken"), rules=broken))
            expect(False, "a wrong rule file fails the job")
        except Exception as error:
            expect("missing-key" in str(error), "a wrong rule file fails the job, and says why")
        expect(not os.path.exists(os.path.join(folder, "broken", "filings", "_SUCCESS")), "and leaves no table that looks whole")
    finally:
        spark.stop()

    output = os.path.join(folder, "by-hand")
    job = subprocess.run([sys.executable, check_on_spark.__file__, "--gouji", gouji, "--input", os.path.join(filings, "0"), "--output", output], capture_output=True, text=True, cwd=folder)
    expect(job.returncode == 0 and job.stdout.startswith("900 filings, "), f"from the command line, as users start it: {job.stdout.strip()}")

print(f"{passed} passed, {failed} failed, 0 skipped")
sys.exit(1 if failed else 0)
