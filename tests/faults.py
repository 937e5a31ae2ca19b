#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the machine does to a run: no room, a read that fails, a pipe that closes, signals, files that go, a store that others use.

usage: tests/faults.py GOUJI GOUJI_CORPUS

Each fault is made, and the exit code, the message and what is left on the disk are held against what an administrator expects.
"""

import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

FILINGS = 300
failed = 0


def hold(truth, what, seen=""):
    global failed
    if not truth:
        failed += 1
        print(f"does not hold: {what} {str(seen)[:300]}")


class World:
    def __init__(self, gouji, corpus, folder):
        self.gouji = str(pathlib.Path(gouji).resolve())
        self.corpus = corpus
        self.folder = pathlib.Path(folder)
        self.filings = self.folder / "filings"
        subprocess.run([corpus, self.filings, str(FILINGS), "--plain"], check=True, stdout=subprocess.DEVNULL)

    def command(self, *more, path=None, format="json"):
        return [self.gouji, "check", "--lang", "en", "-q", "--format", format, str(path or self.filings), *more]

    def run(self, *more, path=None, out=subprocess.PIPE, format="json"):
        return subprocess.run(self.command(*more, path=path, format=format), stdout=out, stderr=subprocess.PIPE, timeout=300, check=False)


def full_disk(world):
    for format in ("text", "json", "jsonl", "csv", "sarif", "html", "docx", "xlsx"):
        with open("/dev/full", "wb") as full:
            done = world.run(out=full, format=format)
        hold(done.returncode == 2 and b"output-unwritable" in done.stderr, f"no room for {format} is told", done)
    hold(world.run("-o", "/dev/full").returncode == 2, "no room for -o is told")


def full_temporary_folder(world):
    """No file of the run may be longer than 1 MiB: what waits for its turn finds no room. The result goes to a pipe."""
    filings = world.folder / "faulty"
    subprocess.run([world.corpus, filings, "400", "--plain", "--faulty", "100"], check=True, stdout=subprocess.DEVNULL)

    def narrow():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    for format in ("html", "sarif", "docx", "xlsx"):
        done = subprocess.run(world.command("--all", path=filings, format=format), capture_output=True, timeout=300, check=False, preexec_fn=narrow)
        hold(done.returncode == 2 and (b"room-lacking" in done.stderr or b"output-not-made" in done.stderr), f"a full temporary folder is told, {format}", (done.returncode, done.stderr))
    former = world.folder / "former.html"
    former.write_text("former")
    done = subprocess.run(world.command("--all", "-o", str(former), path=filings, format="html"), capture_output=True, timeout=300, check=False, preexec_fn=narrow)
    hold(done.returncode == 2 and former.read_text() == "former", "the former file stays where the new one has no room", done.stderr)


def failing_read(world):
    """/proc/self/mem cannot be read from its start; the file beside it is checked."""
    one = next(world.filings.rglob("*.txt"))
    done = subprocess.run([world.gouji, "check", "--lang", "en", "--format", "json", "/proc/self/mem", str(one)], capture_output=True, timeout=60, check=False)
    hold(done.returncode == 2 and b"file-unreadable" in done.stderr, "a read that fails is told", done.stderr)
    hold(str(one).encode() in done.stdout, "the file beside one that cannot be read is checked")


def closed_pipe(world):
    child = subprocess.Popen(world.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child.stdout.read(10)
    child.stdout.close()
    child.wait(timeout=60)
    hold(child.returncode in (-signal.SIGPIPE, 2), "a reader that goes away ends the run", child.returncode)


def signals(world):
    """A run that is ended leaves a store that opens, and what was finished in it."""
    for sent in (signal.SIGTERM, signal.SIGINT):
        store = world.folder / f"signal-{sent}.db"
        child = subprocess.Popen(world.command("--store", str(store), "--jobs", "1"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.15)
        child.send_signal(sent)
        child.wait(timeout=60)
        hold(child.returncode in (-sent, 0, 1), f"signal {sent} ends the run", child.returncode)
        hold(world.run("--store", str(store)).returncode == 1, "the run after it ends well")
        documents(world, store)


def documents(world, store):
    with sqlite3.connect(store) as database:
        count = database.execute("SELECT count(*) FROM documents").fetchone()[0]
    hold(count == FILINGS, "every document is in the store once", count)


def vanishing_files(world):
    copy = world.folder / "copy"
    shutil.copytree(world.filings, copy)
    names = sorted(str(one) for one in copy.rglob("*.txt"))
    listed = world.folder / "list"
    listed.write_text("\n".join(names) + "\n")
    for name in names[:10]:
        os.remove(name)
    done = world.run(path=f"@{listed}")
    hold(done.returncode == 2 and done.stderr.count(b"file-unreadable") == 10, "files that went are told, each", done.stderr)
    hold(done.stdout.count(b'"organ":') == FILINGS - 10, "the others are checked")


def changed_rules(world):
    """Rules are read before the first filing: what happens to their files afterwards is nothing to the run."""
    rules = world.folder / "rules"
    shutil.copytree(pathlib.Path(__file__).resolve().parent.parent / "rules", rules)
    wanted = world.run("--rules", str(rules)).stdout
    child = subprocess.Popen(world.command("--rules", str(rules), "--jobs", "1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    head = child.stdout.read(1)
    shutil.rmtree(rules)
    rest, said = child.communicate(timeout=60)
    hold(head + rest == wanted, "a run keeps the rules that it began with", said)


def store_in_use(world):
    store = world.folder / "used.db"
    world.run("--store", str(store))
    database = sqlite3.connect(store, isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    done = world.run("--store", str(store))
    hold(done.returncode == 2 and b"store-not-opened" in done.stderr and b"locked" in done.stderr, "a store that is locked is told", done.stderr)
    database.execute("ROLLBACK")
    database.close()
    both = [subprocess.Popen(world.command("--store", str(store)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    for one in both:
        said = one.communicate(timeout=300)[1]
        hold(one.returncode == 1 and not said, "two runs share a store", said)
    documents(world, store)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    faults = [full_disk, full_temporary_folder, failing_read, closed_pipe, signals, vanishing_files, changed_rules, store_in_use]
    with tempfile.TemporaryDirectory() as folder:
        world = World(sys.argv[1], sys.argv[2], folder)
        for one in faults:
            one(world)
    print(f"{len(faults)} faults, {failed} checks failed")
    sys.exit(1 if failed else 0)


main()
