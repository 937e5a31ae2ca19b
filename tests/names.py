#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One word, one thing: no two types of the project bear one name where the linker could take one for the other. A compiler
does not see it: it has one file before it.

usage: names.py ROOT
"""
import collections
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
places = collections.defaultdict(list)
for folder in ("engine", "grammar", "reports"):
    for path in sorted((root / folder).rglob("*.[ch]pp")):
        spaces, depth = [], 0
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            # Namespaces stand at the beginning of a line, and so does what is directly in them.
            if opened := re.match(r"namespace ?([\w:]*) ?\{$", line):
                spaces.append(opened[1])
            elif re.match(r"\}  // namespace", line):
                spaces.pop()
            elif (made := re.match(r"(?:class|struct|enum class|union) ([\w:]+)[^;]*\{", line)) and "" not in spaces:
                places["::".join([*spaces, made[1]])].append(f"{path.relative_to(root)}:{number}")
        assert not spaces, f"{path}: a namespace is not closed as the others are"
# Within one file a name that comes again is a specialisation.
twice = {name: where for name, where in places.items() if len({place.split(":")[0] for place in where}) > 1}
for name, where in sorted(twice.items()):
    print(f"{name} is defined in {' and '.join(where)}")
print(f"{len(places)} types with names of their own" if not twice else f"{len(twice)} names stand for two things")
sys.exit(1 if twice else 0)
