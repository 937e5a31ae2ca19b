#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills a run with a store at random moments, again and again: the store must always open, have each document wholly or
not at all, and a run that is left alone must complete it to what one run alone makes.

usage: kills.py GOUJI GOUJI-CORPUS [KILLS]
"""
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

gouji, maker, kills = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 200
random.seed(7)


def contents(store):
    """Everything that a person can ask, by the names of the files."""
    base = sqlite3.connect(store)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "the store is damaged"
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    documents = {row[0]: [row] for row in base.execute(
        "SELECT name, content, given, organ, year, level, form, published, judgement, figures, mentions, verdicts, counts FROM documents")}
    for row in base.execute("SELECT * FROM findings ORDER BY file, rule, row, \"column\", fingerprint"):
        documents[row[0]].append(row)
    readings = set(base.execute("SELECT content, reading FROM readings"))
    base.close()
    return documents, readings


with tempfile.TemporaryDirectory() as folder:
    filings, store = os.path.join(folder, "filings"), os.path.join(folder, "store.db")
    subprocess.run([maker, filings, "600", "--plain", "--years", "3", "--faulty", "30"], check=True)
    command = [gouji, "check", "--format", "jsonl", "-q", "-o", os.devnull, "--store"]
    whole = os.path.join(folder, "whole.db")
    begun = time.monotonic()
    assert subprocess.run(command + [whole, filings]).returncode == 1
    takes = time.monotonic() - begun
    # A slow build is killed less often.
    kills = min(kills, max(20, int(100 / takes)))
    wanted, wanted_readings = contents(whole)
    assert len(wanted) == 600

    completed = inside = 0
    for number in range(kills):
        run = subprocess.Popen(command + [store, filings])
        time.sleep(random.uniform(0, takes))
        run.kill()
        if run.wait() >= 0:
            completed += 1
        if not os.path.exists(store):
            continue
        try:
            documents, readings = contents(store)
        except sqlite3.OperationalError as error:
            # Killed before the tables were made: that is an empty store.
            assert "no such table" in str(error), error
            continue
        inside += 0 < len(documents) < 600
        for name, rows in documents.items():
            assert rows == wanted[name], f"{name} is half-written"
        assert readings <= wanted_readings
        if len(documents) == 600 or random.random() < 0.1:
            assert subprocess.run(command + [store, filings]).returncode == 1
            assert contents(store) == (wanted, wanted_readings), "the run that was left alone does not complete it"
            for end in ("", "-wal", "-shm"):
                if os.path.exists(store + end):
                    os.remove(store + end)
    assert subprocess.run(command + [store, filings]).returncode == 1
    assert contents(store) == (wanted, wanted_readings)
    print(f"{kills} kills, {inside} of them with a part of the documents in the store, {completed} runs that were faster")
    assert inside > 0, "no run was killed between its first and its last document"
