#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What becomes of a file that a run writes: under its name stands the former result or the new one, whole, whatever happens.

usage: tests/outputs.py GOUJI GOUJI_CORPUS [ROUNDS]

Runs are killed at random moments, disks are filled, inputs are named as outputs, files are written by twelve runs at once, folders are
locked. What cannot be done here (no root, no other user) is said and left out.
"""

import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NOBODY = 65534
failed = 0


def hold(truth, what, seen=""):
    global failed
    if not truth:
        failed += 1
        print(f"does not hold: {what} {str(seen)[:300]}")


class World:
    def __init__(self, gouji, corpus, folder, rounds):
        self.gouji, self.folder, self.rounds = str(pathlib.Path(gouji).resolve()), pathlib.Path(folder), rounds
        self.few, self.many = self.folder / "few", self.folder / "many"
        for place, count in ((self.few, 5), (self.many, 200)):
            subprocess.run([corpus, place, str(count), "--plain", "--faulty", "30"], check=True, stdout=subprocess.DEVNULL)

    def run(self, *words, **more):
        return subprocess.run([self.gouji, *map(str, words)], capture_output=True, timeout=300, check=False, **more)

    def check(self, *words, **more):
        return self.run("check", "--lang", "en", *words, **more)


def kill_again_and_again(world, what, folder, target, command, wholes):
    """Runs that are killed leave one of the whole contents, and no other file. The result gets a name right before it
    takes the place of the former one; a run that is killed between the two leaves that name, which is seldom."""
    begun = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300, check=False)
    takes = time.monotonic() - begun
    wholes = {*wholes, target.read_bytes()}
    former, killed, between = min(wholes, key=len), 0, 0
    for number in range(world.rounds):
        target.write_bytes(former)
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, takes))
        child.send_signal((signal.SIGKILL, signal.SIGTERM)[number % 2])
        killed += child.wait(timeout=60) < 0
        hold(target.read_bytes() in wholes, f"{what}: a killed run leaves a whole file", target.read_bytes()[:80])
        left = [one.name for one in folder.iterdir() if one != target]
        if len(left) == 1 and left[0].startswith(".gouji-") and left[0].endswith(".part"):
            hold((folder / left[0]).read_bytes() in wholes, f"{what}: what it leaves is whole", left)
            (folder / left[0]).unlink()
            between += 1
            left = []
        hold(left == [], f"{what}: a killed run leaves no other file", left)
    hold(between <= 1, f"{what}: killed runs leave no other file", between)
    hold(killed > 0, f"{what}: no run was killed on its way")


def killed_runs(world):
    for format in ("text", "json", "html", "xlsx", "csv"):
        place = world.folder / f"killed-{format}"
        place.mkdir()
        out = place / "result"
        world.check("--format", format, "-o", out, world.few)
        kill_again_and_again(world, format, place, out, [world.gouji, "check", "--lang", "en", "--format", format, "-o", out, world.many], {out.read_bytes()})


def killed_additions(world):
    for command in (["decide", "--decisions"], ["baseline", "--reason", "r", "--approver", "a", "-o"]):
        place = world.folder / f"killed-{command[0]}"
        place.mkdir()
        out = place / "file.yaml"
        world.run(*command, out, world.few)
        out.write_bytes(b"# typed by hand\n" + out.read_bytes())
        before = out.read_bytes()
        kill_again_and_again(world, command[0], place, out, [world.gouji, *command, out, world.many], {before})
        world.run(*command, out, world.many)
        hold(out.read_bytes().startswith(before), f"{command[0]} leaves what was typed byte for byte")


def full_disks(world):
    """The former result stays, the message names the file and the reason."""
    def small(out, more):
        done = world.check("-o", out, world.many, "--format", "json", **more)
        hold(done.returncode == 2, "no room ends with 2", done)
        hold(out.read_bytes() == b"former", "no room leaves the former result", out.read_bytes()[:80])
        hold([one.name for one in out.parent.iterdir()] == [out.name], "no room leaves no other file")
        return done.stderr.decode()

    place = world.folder / "limited"
    place.mkdir()
    out = place / "result.json"
    out.write_bytes(b"former")
    said = small(out, {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000))})
    hold(str(out) in said and "too large" in said, "a limit is told with its file", said)
    disk = world.folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False).returncode != 0:
        print("no disk could be mounted: a full one is left out")
        return
    try:
        out = disk / "result.json"
        out.write_bytes(b"former")
        said = small(out, {})
        hold(str(out) in said and "the disk is full" in said, "a full disk is told with its file", said)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        said = small(out, {})
        hold(str(out) in said and "read-only" in said, "a disk that is read-only is told", said)
    finally:
        subprocess.run(["umount", disk], check=True)


def twelve_at_once(world):
    """Each has another report; all entries are there."""
    for command, mark in ((["decide", "--decisions"], b"- fingerprint:"), (["baseline", "--reason", "r", "--approver", "a", "-o"], b"- rule:")):
        reports = sorted(world.many.rglob("*.txt"))
        chosen, alone = [], 0
        for report in reports:
            file = world.folder / "alone.yaml"
            file.unlink(missing_ok=True)
            world.run(*command, file, report)
            count = file.read_bytes().count(mark) if file.exists() else 0
            if count > 0:
                chosen.append(report)
                alone += count
            if len(chosen) == 12:
                break
        hold(len(chosen) == 12, "twelve reports have findings")
        for round in range(3):
            file = world.folder / f"{command[0]}-{round}.yaml"
            children = [subprocess.Popen([world.gouji, *command, file, report], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for report in chosen]
            said = [child.communicate(timeout=120)[1] for child in children]
            hold(all(child.returncode == 0 for child in children), f"twelve {command[0]} end well", said)
            hold(file.read_bytes().count(mark) == alone, f"twelve {command[0]} at once leave all entries", (file.read_bytes().count(mark), alone))


def outputs_that_are_inputs(world):
    place = world.folder / "same"
    place.mkdir()
    (place / "in").mkdir()
    report = place / "report.txt"
    shutil.copy(sorted(world.few.rglob("*.txt"))[0], report)
    other = place / "other.txt"
    shutil.copy(sorted(world.few.rglob("*.txt"))[1], other)
    (place / "link.txt").symlink_to("report.txt")
    (place / "to-folder").symlink_to(".")
    os.link(report, place / "hard.txt")
    (place / "list").write_text(f"{other}\n{report}\n")
    (place / "documents.jsonl").write_text(f'{{"path": "{other}"}}\n{{"path": "{report}"}}\n')
    (place / "rules.yaml").write_text("- id: x\n")
    former = report.read_bytes()
    for output in ("report.txt", "./report.txt", "in/../report.txt", "link.txt", "to-folder/report.txt", "hard.txt", report):
        for words in (["report.txt"], ["other.txt", "link.txt"], ["@list"], ["--documents", "documents.jsonl"]):
            for command in (["check"], ["check", "--format", "html"], ["check", "--format", "jsonl", "--apart"], ["read"], ["baseline", "--reason", "r", "--approver", "a"]):
                done = world.run(*command, "--lang", "en", "-o", output, *words, cwd=place)
                # A report is no file of waivers either: `baseline` may say that first.
                told = b"output-is-input" in done.stderr or (command[0] == "baseline" and b"wrong-kind" in done.stderr)
                hold(done.returncode == 2 and told, f"{command} -o {output} {words} is refused", done)
                hold(report.read_bytes() == former, f"{command} -o {output} {words} leaves the report")
    for words in (["check", "--rules", "rules.yaml", "-o", "rules.yaml", "report.txt"], ["check", "-o", "list", "@list"],
                  ["check", "--documents", "documents.jsonl", "-o", "documents.jsonl"], ["rules", "lint", "rules.yaml", "-o", "./rules.yaml"],
                  ["diff", "report.txt", "other.txt", "-o", "other.txt"], ["check", "--store", "report.txt", "report.txt"],
                  ["check", "--waivers", "rules.yaml", "-o", "rules.yaml", "report.txt"], ["check", "--organs", "rules.yaml", "-o", "rules.yaml", "report.txt"],
                  ["check", "--store", "new.db", "-o", "new.db", "report.txt"], ["decide", "--decisions", "report.txt", "report.txt"]):
        before = {one: one.read_bytes() for one in place.iterdir() if one.is_file()}
        done = world.run(*words, "--lang", "en", cwd=place)
        hold(done.returncode == 2 and b"output-is-input" in done.stderr, f"{words} is refused", done)
        hold({one: one.read_bytes() for one in place.iterdir() if one.is_file()} == before, f"{words} leaves every file")


def walked_outputs(world):
    """A result in the folder of the reports is no report, and what an interrupted run may leave is none either."""
    place = world.folder / "walked"
    shutil.copytree(world.few, place)
    (place / ".gouji-1-2-3.part").write_text("<html>half a page")
    out = place / "out.html"
    first = world.check("--format", "html", "-o", out, ".", cwd=place)
    whole = out.read_bytes()
    second = world.check("--format", "html", "-o", "out.html", ".", cwd=place)
    hold(first.returncode == second.returncode == 1, "the second run ends as the first", (first, second))
    hold(out.read_bytes() == whole, "the second run writes what the first wrote")
    hold(b"output-passed-over" in second.stderr and b"out.html" in second.stderr, "it is said that the result was left out", second.stderr)


def places(world):
    """Links stay links, rights stay, and what cannot be written is told with its reason before anything is read."""
    place = world.folder / "places"
    place.mkdir()
    report = sorted(world.few.rglob("*.txt"))[0]
    real, link = place / "real.txt", place / "link.txt"
    real.write_text("former")
    real.chmod(0o640)
    link.symlink_to("real.txt")
    world.check("-o", link, report)
    hold(link.is_symlink() and real.read_bytes() != b"former", "what a link points at is replaced")
    hold(real.stat().st_mode & 0o777 == 0o640, "the rights stay", oct(real.stat().st_mode))
    dangling = place / "dangling.txt"
    dangling.symlink_to("made.txt")
    world.check("-o", dangling, report)
    hold(dangling.is_symlink() and (place / "made.txt").exists(), "a link to nothing gets its file")
    wanted = world.check(report).stdout
    with open(place / "log", "wb") as log:
        log.write(b"before\n")
        log.flush()
        subprocess.run([world.gouji, "check", "--lang", "en", "-q", "-o", "/dev/stdout", report], stdout=log, check=False)
    hold((place / "log").read_bytes() == b"before\n" + wanted, "/dev/stdout is written behind what is there")
    os.mkfifo(place / "pipe")
    child = subprocess.Popen([world.gouji, "check", "--lang", "en", "-q", "-o", place / "pipe", report])
    hold((place / "pipe").read_bytes() == wanted, "a pipe gets the result")
    child.wait(timeout=60)
    for output, reason in (("no-such/x", "no such folder"), (".", "directory"), ("real.txt/x", "is not a directory")):
        done = world.check("-o", output, "-", cwd=place, stdin=subprocess.DEVNULL)
        hold(done.returncode == 2 and output in done.stderr.decode() and reason in done.stderr.decode(), f"-o {output} is told", done)
        done = world.run("check", "-o", output, "-", cwd=place, stdin=subprocess.DEVNULL)
        hold("无法写入" in done.stderr.decode(), f"-o {output} is told in Chinese", done)
    for stream, words in ((0, ["check", "-"]), (0, ["check", "--documents", "-"]), (0, ["check", "@-"]), (1, ["check", report])):
        done = subprocess.run(["sh", "-c", f'"$0" "$@" {stream}{"<" if stream == 0 else ">"}&-', world.gouji, *map(str, words)], capture_output=True, check=False)
        hold(done.returncode == 2 and "没有打开" in done.stderr.decode(), f"a closed stream {stream} is told by {words}", done)


def locked_folders(world):
    """As a user who may not enter one of them: all others are read."""
    place = world.folder / "locked"
    shutil.copytree(world.few, place / "open")
    for name in ("a", "m", "z"):
        shutil.copytree(world.few, place / name)
    os.chmod(world.folder, 0o755)
    (place / "m").chmod(0)
    mine = place / "mine"
    mine.mkdir()
    more = {}
    if os.geteuid() == 0:
        os.chown(mine, NOBODY, NOBODY)
        more = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        try:
            if subprocess.run([world.gouji, "--version"], capture_output=True, check=False, **more).returncode != 0:
                raise PermissionError
        except PermissionError:
            print("the program cannot be run as another user: locked folders are left out")
            (place / "m").chmod(0o755)
            return
    done = world.check("--format", "jsonl", place, **more)
    hold(done.returncode == 2 and done.stdout.count(b'"file"') >= 15, "all that is not locked is read", done.stdout.count(b'"file"'))
    told = done.stderr.decode()
    hold("folder-unreadable" in told and f"{place}/m:" in told, "the locked folder is named", told)
    hold(done.stdout == world.check("--format", "jsonl", place, **more).stdout, "what is read does not depend on the order of the folder")
    (place / "m").chmod(0o755)
    if os.geteuid() != 0:
        return
    kept = mine / "kept.txt"
    kept.write_text("former")
    kept.chmod(0o444)
    os.chown(kept, NOBODY, NOBODY)
    done = world.check("-o", kept, place / "open", **more)
    hold(done.returncode == 2 and "permission" in done.stderr.decode() and kept.read_text() == "former", "a file that nobody may write to stays", done)
    done = world.check("-o", place / "new.txt", place / "open", **more)
    hold(done.returncode == 2 and "files cannot be created in its folder" in done.stderr.decode(), "a folder that nobody may write to is told", done)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    random.seed(11)
    tests = [killed_runs, killed_additions, full_disks, twelve_at_once, outputs_that_are_inputs, walked_outputs, places, locked_folders]
    with tempfile.TemporaryDirectory() as folder:
        world = World(sys.argv[1], sys.argv[2], folder, int(sys.argv[3]) if len(sys.argv) == 4 else 20)
        for one in tests:
            one(world)
    print(f"{len(tests)} tests of outputs, {failed} checks failed")
    sys.exit(1 if failed else 0)


main()
