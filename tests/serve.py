#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The workbench as a program over real sockets: it says what the command line says, refuses who should not ask, lets
nobody hold it up, and loses no decision that it has answered for, however it ends.

usage: serve.py GOUJI ROOT [KILLS]
"""
import concurrent.futures
import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

gouji, root, kills = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 40
random.seed(11)
examples = sorted(name for name in os.listdir(os.path.join(root, "examples"))
                  if os.path.isfile(os.path.join(root, "examples", name)) and not name.endswith((".yaml", ".pdf")))


class Server:
    """A server of its own, which is gone at the end."""

    def __init__(self, *options, folder=None):
        self.process = subprocess.Popen([gouji, "serve", "--listen", "127.0.0.1:0", *options], cwd=folder,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.link = self.process.stdout.readline().strip()
        self.host = re.match(r"http://([^/]+)/", self.link).group(1)

    def __enter__(self):
        return self

    def __exit__(self, *what):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            assert self.process.wait(20) == 0, "it does not end when it is asked to"

    def ask(self, method, path, body=None, headers=None):
        """Status, head and bytes of the answer."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.request(method, "/api/v1" + path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def json(self, method, path, body=None):
        status, _, answer = self.ask(method, path, body)
        return status, json.loads(answer) if answer else None

    def upload(self, name):
        with open(os.path.join(root, "examples", name), "rb") as file:
            status, report = self.json("POST", "/reports?name=" + urllib.parse.quote(name), file.read())
        assert status == 201, (name, status)
        return report


def same_as_command_line():
    with tempfile.TemporaryDirectory() as folder:
        for name in examples:
            os.symlink(os.path.join(root, "examples", name), os.path.join(folder, name))
        run = subprocess.run([gouji, "check", "--format", "json", *examples], cwd=folder, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, check=False)
        wanted = {one["file"]: one for one in json.loads(run.stdout)["filings"]}
    with Server() as server:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(server.upload, examples))
        status, listed = server.json("GET", "/reports")
        assert status == 200 and len(listed["reports"]) == len(examples)
        for report in listed["reports"]:
            checked = server.json("GET", f"/reports/{report['id']}/findings")[1]
            if checked["file"] in wanted:
                assert checked == wanted[checked["file"]], report["file"]


def refusals():
    with Server() as server:
        for headers in ({"Host": "attacker.example"}, {"Origin": "http://attacker.example"}, {"Sec-Fetch-Site": "cross-site"}):
            assert server.ask("GET", "/state", headers=headers)[0] == 403, headers
        status, headers, _ = server.ask("GET", "/state")
        assert status == 200 and headers["X-Content-Type-Options"] == "nosniff"
        # What is said to be too large is refused before it is sent.
        connection = http.client.HTTPConnection(server.host, timeout=20)
        connection.putrequest("POST", "/api/v1/reports?name=large.txt")
        connection.putheader("Content-Length", str(2 << 30))
        connection.endheaders()
        assert connection.getresponse().status == 413
        assert server.ask("POST", "/assist/lint", b"x" * (3 << 20))[0] == 413
        assert server.ask("POST", "/nothing", b"x" * 100)[0] == 404
        report = server.upload("page-2022.html")
        page = server.ask("GET", f"/reports/{report['id']}/page")
        assert "sandbox" in page[1]["Content-Security-Policy"] and "default-src 'none'" in page[1]["Content-Security-Policy"]
        assert server.ask("GET", f"/reports/{report['id']}/file")[1]["Content-Disposition"] == "attachment"
    with Server("--token") as server:
        token = server.link.split("token=")[1]
        assert server.ask("GET", "/state")[0] == 401
        assert server.ask("GET", "/state", headers={"Authorization": "Bearer " + token[::-1]})[0] == 401
        assert server.ask("GET", "/state", headers={"Authorization": "Bearer " + token})[0] == 200
        connection = http.client.HTTPConnection(server.host)
        connection.request("GET", "/?token=" + token)
        answer = connection.getresponse()
        assert answer.status == 302 and "HttpOnly; SameSite=Strict" in answer.headers["Set-Cookie"]
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        assert server.ask("GET", "/state", headers={"Cookie": cookie})[0] == 200


def slow_clients():
    """More of them than there are threads, each with a byte now and then: others are answered soon all the same."""
    with Server() as server:
        host, port = server.host.split(":")
        begun = time.monotonic()
        slow = [socket.create_connection((host, int(port))) for _ in range(40)]
        for one in slow:
            one.sendall(b"GET /api/v1/state HTTP/1.1\r\nHost: ")
        ended = 0
        while time.monotonic() - begun < 60 and ended < len(slow):
            ended = 0
            for one in slow:
                try:
                    one.sendall(b"x")
                except OSError:
                    ended += 1
            time.sleep(0.5)
        assert ended == len(slow), f"{len(slow) - ended} slow clients are still connected"
        assert server.ask("GET", "/state")[0] == 200


def events():
    with Server() as server:
        connection = http.client.HTTPConnection(server.host, timeout=20)
        connection.request("GET", "/api/v1/events")
        answer = connection.getresponse()
        server.upload("sums-2023.txt")
        seen = b""
        while b"event: report" not in seen:
            seen += answer.readline()
        server.ask("DELETE", "/reports")
        while b"event: gone" not in seen:
            seen += answer.readline()


def killed():
    """What was answered with 200 is in the file, however the server ends."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "decisions.yaml")
        kept = {}
        for _ in range(kills):
            server = Server("--decisions", file)
            report = server.upload("sums-2023.txt")
            path = f"/reports/{report['id']}/findings"
            fingerprints = [one["fingerprint"] for one in server.json("GET", path)[1]["findings"]]
            end = time.monotonic() + random.uniform(0.02, 0.15)
            tried = {}
            while time.monotonic() < end:
                fingerprint = random.choice(fingerprints)
                reason = str(random.random())
                if time.monotonic() + 0.005 > end:
                    # Killed in the midst of it.
                    os.kill(server.process.pid, signal.SIGKILL) if random.random() < 0.5 else None
                try:
                    status, _ = server.json("POST", "/decisions", json.dumps({"decisions": [{
                        "fingerprint": fingerprint, "report": report["id"], "fields": {"理由": reason},
                        "seen": {"理由": kept[fingerprint]} if fingerprint in kept else {}}]}))
                except (OSError, http.client.HTTPException):
                    tried[fingerprint] = reason
                    break
                assert status == 200, status
                kept[fingerprint] = reason
            server.process.kill()
            server.process.wait()
            has = dict(re.findall(r'fingerprint: "([0-9a-f]+)"(?:(?!fingerprint).)*?理由: "?([0-9.e-]*)"?\n', open(file).read(), re.S)) \
                if os.path.exists(file) else {}
            for fingerprint, reason in kept.items():
                if has.get(fingerprint) != reason:
                    assert tried.get(fingerprint) == has.get(fingerprint), "a decision was lost"
            kept = {fingerprint: reason for fingerprint, reason in has.items() if reason}
            assert not [name for name in os.listdir(folder) if name != "decisions.yaml"], "something was left behind"
        assert kept, "nothing was decided"


def port_taken():
    with Server() as server:
        run = subprocess.run([gouji, "serve", "--listen", server.host], capture_output=True, text=True, check=False)
        assert run.returncode == 2 and "serve-cannot-listen" in run.stderr, run.stderr


for test in (same_as_command_line, refusals, slow_clients, events, killed, port_taken):
    test()
    print(test.__name__.replace("_", " "), "ok")
