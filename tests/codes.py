#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The constant of a diagnostic is called as the printed code is: `yaml_open_quote` prints yaml-open-quote. A prefix that the
namespace says already may be left out: source_codes::empty prints source-empty. Printed codes are unique.

usage: codes.py ROOT
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
mistakes, printed = [], {}
for folder in ("engine", "grammar", "reports"):
    for path in sorted((root / folder).rglob("codes.hpp")):
        text = path.read_text(encoding="utf-8")
        for constant, code in re.findall(r'inline constexpr Code (\w+)\{\s*"([^"]+)"', text):
            shown = path.relative_to(root)
            name = code.replace("-", "_")
            if name != constant and not name.endswith("_" + constant):
                mistakes.append(f"{shown}: {constant} prints {code}")
            if code in printed:
                mistakes.append(f"{shown}: {printed[code]} prints {code} too")
            printed[code] = shown
print("\n".join(mistakes) if mistakes else f"{len(printed)} codes are called as they are printed")
sys.exit(1 if mistakes or len(printed) < 100 else 0)
