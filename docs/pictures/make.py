#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the pictures of the READMEs anew: a finding in a terminal of 80 columns, and the page of the same findings.

usage: docs/pictures/make.py GOUJI     (needs chromium and fonts-noto-cjk; pngquant makes the files smaller)
"""

import fcntl
import html
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios

FOLDER = pathlib.Path(__file__).resolve().parent
SAMPLE = "examples/sums-2023.txt"
FINDING = "requests-unbalanced"
COLOURS = {"1": "font-weight:700", "2": "color:#8b949e", "31": "color:#ff7b72", "32": "color:#7ee787", "33": "color:#e3b341",
           "34": "color:#79c0ff", "35": "color:#d2a8ff", "36": "color:#56d4dd", "90": "color:#8b949e"}
STYLE = """body { margin: 0; background: #0d1117; color: #e6edf3 }
pre { margin: 16px; width: 80ch; font: 15px/1.35 "Noto Sans Mono CJK SC"; white-space: pre-wrap; word-break: break-all }"""


def run_on_terminal(command):
    """What the program prints on a terminal, with its colours."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    ran = subprocess.Popen(command, stdout=its, stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"})
    os.close(its)
    printed = b""
    try:
        while content := os.read(ours, 65536):
            printed += content
    except OSError:
        pass  # the program has closed its end
    ran.wait()
    return printed.decode().replace("\r\n", "\n")


def in_html(text):
    """The text with a span for each run of one colour."""
    out, opened = "", False
    for part in re.split(r"(\x1b\[[0-9;]*m)", text):
        if not part.startswith("\x1b["):
            out += html.escape(part)
            continue
        out += "</span>" if opened else ""
        styles = [COLOURS[code] for code in part[2:-1].split(";") if code in COLOURS]
        opened = bool(styles)
        out += f'<span style="{";".join(styles)}">' if opened else ""
    return out + ("</span>" if opened else "")


def shoot(page, picture, width, height):
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1.5",
                    f"--window-size={width},{height}", f"--screenshot={picture}", page.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--output", picture, "64", picture], check=True)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    os.chdir(FOLDER.parent.parent)
    with tempfile.TemporaryDirectory() as made:
        page = pathlib.Path(made) / "page.html"
        for language in ("zh", "en"):
            command = [program, "check", "--lang", language, SAMPLE]
            blocks = run_on_terminal(command).split("\n\n")
            finding = next(block for block in blocks if FINDING in block.split("\n")[0])
            shown = f"$ gouji check{' --lang en' if language == 'en' else ''} {SAMPLE}\n{blocks[0]}\n\n{finding}"
            page.write_text(f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><pre>{in_html(shown)}</pre>')
            lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in shown.split("\n")]
            rows = sum(max(1, -(-sum(2 if ord(c) > 0x2e7f or c in "“”·" else 1 for c in line) // 79)) for line in lines)
            shoot(page, FOLDER / f"terminal.{language}.png", 640, 32 + round(rows * 15 * 1.35) + 4)
            subprocess.run([*command, "--quiet", "--format", "html", "-o", page], check=False)
            shoot(page, FOLDER / f"page.{language}.png", 1100, 900)


main()
