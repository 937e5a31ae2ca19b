#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pages that fail when they lie: links lead somewhere, files that a page names are there, and the table of layers in
docs/architecture.md says what cmake/layers.cmake says.

usage: docs.py ROOT
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1]).resolve()
LEFT_OUT = {"build", "node_modules", ".git"}
files = [path for path in root.rglob("*") if not LEFT_OUT & set(path.relative_to(root).parts[:3]) and path.is_file()]
known = {str(path.relative_to(root)) for path in files}
pages = [path for path in files if path.suffix == ".md"]
mistakes = []

# Names that a page makes up, or that belong to another project or an installed program.
MADE_UP = re.compile(r"[<>*{}…]|^(my|own|distance|lines|csv|rules|unit)\.(cpp|yaml)$")


def is_there(name, page):
    """A path from the root, from the page, or the end of one: `choose.cpp`, `readers/own_results.cpp`."""
    return (name in known or (page.parent / name).exists() or (root / name).exists()
            or any(path.endswith("/" + name) for path in known))


def check_page(page):
    shown = page.relative_to(root)
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if "://" in target or target.startswith(("#", "mailto:")):
            continue
        if not (page.parent / target.split("#")[0]).exists():
            mistakes.append(f"{shown}: the link to {target} leads nowhere")
    for name in re.findall(r"`([\w./-]+\.(?:cpp|hpp|py|cmake|mjs|txt|css|js))`", prose):
        # What a guide makes, and what a run prints, is not there.
        if "/" not in name and name.endswith((".txt", ".py")) or MADE_UP.search(name) or "=" in name:
            continue
        if not is_there(name, page):
            mistakes.append(f"{shown}: there is no file {name}")


def table_of_layers():
    text = (root / "cmake" / "layers.cmake").read_text(encoding="utf-8")
    layers = {}
    for name, folder, rest in re.findall(r"^gouji_layer\((\w+)\s+FOLDER (\S+)(.*)\)$", text, re.M):
        uses = re.search(r"USES ([\w ]+?)\s*(?:HEADERS|LINKS|NEEDS|$)", rest)
        layers[name] = (folder, uses[1].split() if uses else [])
    return layers


def check_layers():
    layers = table_of_layers()
    page = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| `([\w/]+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$", page, re.M)
    told = {name: (folder, [] if sees == "–" else sees.split(", ")) for name, folder, sees in rows}
    if list(told) != list(layers):
        mistakes.append(f"docs/architecture.md has the layers {list(told)}, cmake/layers.cmake {list(layers)}")
    for name in told.keys() & layers.keys():
        if told[name][0] != layers[name][0] or sorted(told[name][1]) != sorted(layers[name][1]):
            mistakes.append(f"docs/architecture.md: layer {name} is {told[name]}, in cmake/layers.cmake {layers[name]}")


for one in pages:
    check_page(one)
check_layers()
print("\n".join(mistakes) if mistakes else f"{len(pages)} pages name what is there")
sys.exit(1 if mistakes else 0)
