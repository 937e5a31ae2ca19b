#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What hostile input costs: each line of the table below is a threat, made here, given to the program, and measured.

usage: tests/bounds.py GOUJI [--table | --slow]

Exit 1 when the program crashes, ends with another exit code than it should, does not name what stopped it, or takes more than
256 MiB or 10 seconds (a bound for busy machines; docs/security.md has what was measured), 120 for a program that was built without optimising (--slow). --table prints the lines of that page.
"""

import io
import os
import pathlib
import sys
import tempfile
import zipfile

MEMORY = 256 * 1024  # KiB
SECONDS = 120 if "--slow" in sys.argv else 10
MIB = 1 << 20
HEAD = "某县某局2022年政府信息公开工作年度报告\n一、总体情况\n"


# What every rule has.
REST = "  basis: 某项规定\n  message: { zh: 话, en: words }\n  tests: []\n"


def text(body):
    return lambda: {"report.txt": (HEAD + body()).encode()}


def page(body):
    return lambda: {"report.html": body().encode()}


def package(name, entries):
    def make():
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in entries():
                archive.writestr(entry, content)
        return {name: held.getvalue()}
    return make


def boxes(words):
    return lambda: {"report.pdf.html": page_of_words(words).encode()}


def page_of_words(words):
    word = '<word xMin="{x}.0" yMin="{y}.0" xMax="{x2}.0" yMax="{y2}.0">12</word>\n'
    body = "".join(word.format(x=i % 90 * 6, y=i // 90 * 9 % 800, x2=i % 90 * 6 + 5, y2=i // 90 * 9 % 800 + 8) for i in range(words))
    return '<!DOCTYPE html PUBLIC "x">\n<html><body>\n<doc>\n<page width="595" height="842">\n<flow><block xMin="0" yMin="0" xMax="9" yMax="9"><line xMin="0" yMin="0" xMax="9" yMax="9">\n' + body + "</line></block></flow></page>\n</doc>\n</body></html>\n"


def rules(content):
    return lambda: {"rules/own.yaml": content().encode()}


def rule(number=""):
    """The head of a rule, as far as its formulas."""
    return f"- id: own{number}\n  title: {{ zh: 题, en: title }}\n" + REST + "  forms: [ cn-disclosure-2021 ]\n"


def many_rules(check):
    """200 rules, each of the same 8,000 instances."""
    domains = "  for: [ a in rows(申请), b in columns(申请), c in columns(申请), d in columns(申请) ]\n"
    return rules(lambda: "".join(rule(i) + domains + f"  check: {check}\n" for i in range(200)))


def lets(first, next_, count):
    """A rule whose lets are made of the one before, several times over."""
    return lambda: rule() + f"  let:\n    l0: {first}\n" + "".join(f"    l{i}: {next_(i)}\n" for i in range(1, count)) + f"  check: sum(l{count - 1}) > 0\n"


def cell_of_requests(i):
    """One cell for each number up to 27."""
    return f"申请[{('本年新收', '上年结转', '予以公开', '部分公开')[i // 7]}, {('自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计')[i % 7]}]"


RULE = rule() + "  check: "
TABLE_CELL = "<td>12</td>"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
BOOK = '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
LINKS = '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'


def sheet(data):
    return package("report.xlsx", lambda: [("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", LINKS), ("xl/worksheets/sheet1.xml", data())])


# threat, bound, how it is made, the exit code (None: 0, 1 or 2), what must be named (a code of a diagnostic; empty: nothing)
READ = [
    ("a text of 4 MB", "texts up to 512 KiB", text(lambda: "年" * 1_300_000), 2, "source-too-long"),
    ("500 KB in one line without an end", "gaps of 40 characters, 4,000 steps a pattern", text(lambda: "收到申请" * 42_000), None, ""),
    ("500 KB of digits that run together", "18 digits, 512 divisions a row", text(lambda: "1234567890" * 50_000), None, ""),
    ("a number of 400 digits in a cell", "18 digits; more cannot be read", text(lambda: "二、主动公开政府信息情况\n规章\n" + "9" * 400 + "\n2\n3\n"), None, ""),
    ("500 KB of ordinals", "2,000 headings", text(lambda: "（一）二、" * 30_000), None, ""),
    ("500 KB of labels of all forms", "each place looked at once", text(lambda: "其他总计" * 43_000), None, ""),
    ("500 KB of blanks", "16 blanks in a row are kept", text(lambda: " \t" * 250_000), None, ""),
    ("500 KB of line ends", "4 in a row are kept", text(lambda: "\n" * 500_000), None, ""),
    ("500 KB of bars", "one look at each", text(lambda: "|" * 500_000), None, ""),
    ("500 KB of one label", "one table of labels by rows", text(lambda: "三、收到和处理政府信息公开申请情况\n" + "本年新收1" * 33_000), None, ""),
    ("500 KB of rows with words of no label", "compared where as many figures stand as a row has", text(lambda: "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 1 1 1 1 1 1\n" + "甲乙丙丁 1 1 1 1 1 1 1\n" * 18_000 + "四、结转下年度继续办理 1 1 1 1 1 1 1\n"), None, ""),
    ("500 KB of brackets", "notes up to their bracket", text(lambda: "(" * 500_000), None, ""),
    ("statements without end", "4,096 combinations of mentions", text(lambda: "共受理申请12件。" * 20_000), None, ""),
    ("a page nested 200,000 deep", "512 deep", page(lambda: "<div>" * 200_000), 2, "source-too-deep"),
    ("a page of 3.5 MB of cells", "texts up to 512 KiB", page(lambda: "<table><tr>" + TABLE_CELL * (3_500_000 // len(TABLE_CELL))), 2, "source-too-long"),
    ("cells that span 99,999,999 columns", "a cell is one cell", page(lambda: "<table><tr>" + '<td rowspan=99999999 colspan=99999999>1</td>' * 5_000), None, ""),
    ("a page of 2 MB of attributes", "invisible text is ignored", page(lambda: "<p " + "a=b " * 500_000 + ">" + HEAD), None, ""),
    ("a document that unpacks to 1 GB", "8 MiB an archive", package("report.docx", lambda: [("word/document.xml", b"\0" * (1 << 30))]), 2, ""),
    ("an archive of 5,000 entries", "1,000 entries", package("report.docx", lambda: [("word/document.xml", WORD)] + [(f"a{i}", "") for i in range(5_000)]), 2, ""),
    ("a document nested 100,000 deep", "200 deep", package("report.docx", lambda: [("word/document.xml", WORD + "<w:p>" * 100_000)]), 2, ""),
    ("a sheet whose rows go to 1,048,576", "200,000 cells", sheet(lambda: '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'), None, ""),
    ("a sheet of 7 MB of cells", "200,000 cells", sheet(lambda: "<worksheet><sheetData><row>" + "<c><v>1</v></c>" * 450_000 + "</row></sheetData></worksheet>"), 2, ""),
    ("merged cells over the whole sheet", "a cell is one cell", sheet(lambda: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>' + '<mergeCell ref="A1:XFD1048576"/>' * 10_000 + "</mergeCells></worksheet>"), None, ""),
    ("49,000 words of a PDF", "50,000 words", boxes(49_000), None, ""),
    ("60,000 words of a PDF", "50,000 words", boxes(60_000), 2, ""),
    ("300 KB of random bytes", "text or a known format", lambda: {"report.txt": bytes((i * 7919 + (i >> 8) * 104729) % 256 for i in range(300_000))}, 2, ""),
]
RULES = [
    ("a formula of 3,500 brackets", "4,000 bytes, 64 deep", rules(lambda: RULE + '"' + "(" * 3_500 + '1 == 1"\n'), 2, ""),
    ("a rule file nested 3,000 deep", "40 deep", rules(lambda: "a: " + "{a: " * 3_000), 2, ""),
    ("a rule file of 8 MB", "4 MiB a file, 16,000 bytes a line", rules(lambda: "# " + "x" * (8 * MIB)), 2, ""),
    ("a rule file of 350,000 keys", "300 keys in one place", rules(lambda: "".join(f"a{i}: 1\n" for i in range(350_000))), 2, "yaml-too-much"),
    ("a rule file of 900,000 values", "400,000 values", rules(lambda: "- a\n" * 900_000), 2, "yaml-too-much"),
    ("9,000 entries that are not rules", "100 errors are listed, the others counted", rules(lambda: "- a\n" * 9_000), 2, "more-mistakes"),
    ("100,000 rules", "10,000 rules", rules(lambda: "- id: a\n" * 100_000), 2, "too-many-rules"),
    ("an alias that holds itself", "no anchors and aliases", rules(lambda: "&a [ *a, *a ]\n"), 2, ""),
    ("a rule of 1,000,000 instances", "10,000 instances", rules(lambda: rule() + "  for: [ a in rows(申请), b in rows(申请), c in rows(申请), d in columns(申请) ]\n  check: 申请[a, d] + 申请[b, d] == 申请[c, d]\n"), 2, ""),
    ("200 rules of 8,000 instances", "50,000 instances in all", many_rules("申请[a, b] + 申请[a, c] >= 申请[a, d]"), 2, "too-many-in-all"),
    ("200 rules of 8,000 instances with a mistake", "a mistake is reported once", many_rules("申请[a, b] + 某表[a, c] >= 申请[a, d]"), 2, "more-mistakes"),
    ("a let of ten of a let, nine times over", "20,000 steps", rules(lets("sum(申请[*, *])", lambda i: " + ".join([f"l{i - 1}"] * 10), 10)), 2, "too-many-steps"),
    ("the same of an unknown name", "a let with a mistake is read once", rules(lets("某表[甲, 乙]", lambda i: " + ".join([f"l{i - 1}"] * 10), 10)), 2, "unknown-name"),
    ("an exception of an exception, 26 times over", "20,000 steps", rules(lets("申请[*, *]", lambda i: f"l{i - 1} except (l{i - 1} except (申请[*, *] except {cell_of_requests(i)}))", 27)), 2, "too-many-steps"),
    ("lets that use each other", "named as a cycle", rules(lambda: rule() + "  let: { x: y, y: x }\n  check: x == 1\n"), 2, ""),
    ("a pattern of 2^30 texts", "512 texts", rules(lambda: 'form: f\nfamily: f\nsections:\n  - 甲: "' + "(a|b)" * 30 + '"\n'), 2, ""),
    ("a label of 4 MB", "no longer than its file", rules(lambda: 'form: f\nfamily: f\nsections:\n  - 甲: "' + ("甲乙" * 500 + "\n      ") * 1_300 + '"\n'), None, ""),
    ("20,000 organs, each under the next", "each looked up once", lambda: {"rules/own.yaml": b"organs:\n" + b"".join(f"  - {{ organ: o{i}, under: o{i + 1} }}\n".encode() for i in range(20_000))}, None, ""),
]


def write(make, folder):
    """In a process of its own: what this one has held at its peak would count for the programs that it starts."""
    child = os.fork()
    if child == 0:
        for file, content in make().items():
            path = folder / file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
        sys.exit("the input could not be made")


def measure(command, folder):
    """Exit code, standard error, seconds of processor time, KiB at the peak."""
    with open(folder / "err", "wb") as err, open(os.devnull, "wb") as out:
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            os.execv(command[0], command)
        _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return code, (folder / "err").read_text(errors="replace"), used.ru_utime + used.ru_stime, used.ru_maxrss


def main():
    page_of_table = (pathlib.Path(__file__).resolve().parent.parent / "docs" / "security.md").read_text()
    program = str(pathlib.Path(sys.argv[1]).resolve())
    table = "--table" in sys.argv
    bad = 0
    example = str(pathlib.Path(__file__).resolve().parent.parent / "examples" / "clean-2022.txt")
    cases = [(*one, "read") for one in READ] + [(*one, "rules") for one in RULES]
    cases.append(("a line of JSON of 65 MB", "64 MiB a line", lambda: {"documents": b'{"name":"a","text":"' + b"x" * (65 * MIB) + b'"}\n{"name":"b","text":"c"}\n'}, 2, "wrong-document", "jsonl"))
    cases.append(("JSON nested 1,000,000 deep", "read without recursion", lambda: {"documents": b"[" * 1_000_000 + b"\n"}, 2, "wrong-document", "jsonl"))
    cases.append(("a file that is not a store", "opened, or refused by name", lambda: {"store.db": b"SQLite format 3\0" + b"\xff" * 100_000}, 2, "", "store"))
    for threat, bound, make, wanted, named, kind in cases:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            write(make, folder)
            if kind == "read":
                command = [program, "check", "--format", "json", "--lang", "en", str(next(folder.glob("report*")))]
            elif kind == "rules":
                command = [program, "check", "--lang", "en", "--rules", str(folder / "rules"), example]
            elif kind == "jsonl":
                command = [program, "check", "--format", "jsonl", "--lang", "en", "--documents", str(folder / "documents")]
            else:
                command = [program, "check", "--lang", "en", "--store", str(folder / "store.db"), example]
            code, said, seconds, memory = measure(command, folder)
        wrong = []
        if code < 0 or code > 2 or wanted not in (None, code):
            wrong.append(f"exit {code}, not {wanted}")
        if code == 2 and not said.strip():
            wrong.append("nothing says why")
        if named and named not in said:
            wrong.append(f"'{named}' is not named")
        if f"| {threat} | {bound} |" not in page_of_table and not table:
            wrong.append("docs/security.md does not have it")
        if memory > MEMORY:
            wrong.append(f"{memory // 1024} MiB")
        if seconds > SECONDS:
            wrong.append(f"{seconds:.1f} s")
        bad += 1 if wrong else 0
        if table:
            print(f"| {threat} | {bound} | {seconds:.2f} s | {memory // 1024} MiB |")
        else:
            print(f"{threat}: exit {code}, {seconds:.2f} s, {memory // 1024} MiB {said.strip().splitlines()[0][:90] if said.strip() else ''} {'  WRONG: ' + '; '.join(wrong) if wrong else ''}")
    print(f"{len(cases)} threats, {bad} not held", file=sys.stderr)
    sys.exit(1 if bad else 0)


main()
