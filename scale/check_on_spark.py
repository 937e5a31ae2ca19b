#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks documents with gouji on Apache Spark, and writes what comes out as Parquet.

    spark-submit check_on_spark.py --gouji /opt/gouji --input hdfs:///filings --output hdfs:///findings

Input is a folder of files, or a table (Parquet or JSON) with the columns `name` and `text`, or `name` and `content`
(bytes). Output is a folder with three tables:

    filings      a row a document: what `gouji check --format jsonl` prints of it, and whose filing it is
    findings     a row a finding
    diagnostics  what could not be read, and why

The findings are those of one `gouji check` over all documents, because filings that have something to say of each other
(the years of an organ, an organ and those below it) are given to one process: whose they are is read first, then they are
brought together, and checked. Each partition is one process of gouji that is given its documents as lines of JSON. What
fails there fails the job: nothing is left out in silence.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import uuid

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.types import IntegerType, StringType, StructField, StructType

# As `gouji check DIR` searches for; a test holds the two against each other.
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".xht", ".html.1", ".htm.1", ".mht", ".mhtml", ".pdf", ".docx",
           ".docm", ".xlsx", ".xlsm", ".doc", ".wps", ".rtf", ".odt", ".xls", ".et", ".ods")


def columns(*names, numbers=()):
    return StructType([StructField(name, IntegerType() if name in numbers else StringType()) for name in names])


FILINGS = columns("file", "organ", "year", "findings", "result", numbers=("year", "findings"))
FINDINGS = columns("file", "organ", "year", "rule", "severity", "fingerprint", "table", "row", "column", "fact", "section", "title", "message", "basis", numbers=("year",))
DIAGNOSTICS = columns("file", "code", "severity", "line", "message", "help", numbers=("line",))


class Failed(Exception):
    """gouji did not do what it was asked; the task fails, and Spark tries it elsewhere."""


# --- the driver: what travels with the job -----------------------------------------------------------------------------

def make_bundle(program, extra):
    """The program with its rules as they are installed, and the rule files that were named, in one archive."""
    program = os.path.realpath(program if not os.path.isdir(program) else os.path.join(program, "bin", "gouji"))
    rules = next((path for path in (os.path.join(os.path.dirname(program), "..", "share", "gouji", "rules"), os.path.join(os.path.dirname(program), "..", "..", "rules")) if os.path.isdir(path)), None)
    if rules is None:
        raise SystemExit(f"no rules beside {program}")
    # Spark knows a file by its name alone: each bundle has one of its own.
    bundle = os.path.join(tempfile.mkdtemp(prefix="gouji-"), f"gouji-{uuid.uuid4().hex}.tar.gz")
    with tarfile.open(bundle, "w:gz") as archive:
        archive.add(program, "gouji/bin/gouji")
        archive.add(os.path.realpath(rules), "gouji/share/gouji/rules")
        for number, path in enumerate(extra):
            archive.add(os.path.realpath(path), f"gouji/extra/{number}{os.path.splitext(path)[1]}")
    return bundle


def groups_of(organs):
    """For each name in lists of organs the name of its group: organs that are, were, or stand below one another."""
    import yaml

    parent = {}

    def root(name):
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for path in organs:
        with open(path, encoding="utf-8") as file:
            for entry in (yaml.safe_load(file) or {}).get("organs", []):
                for other in [*entry.get("names", []), *entry.get("before", []), *([entry["under"]] if "under" in entry else [])]:
                    parent[root(other)] = root(entry["organ"])
    return {name: root(name) for name in parent}


# --- the executors: one process a partition ----------------------------------------------------------------------------

def unpacked(bundle):
    """The program on this machine; unpacked once, whoever comes first."""
    bundle = SparkFiles.get(bundle)
    folder = bundle + ".unpacked"
    if not os.path.isdir(folder):
        own = tempfile.mkdtemp(dir=os.path.dirname(bundle))
        with tarfile.open(bundle) as archive:
            archive.extractall(own)
        try:
            os.rename(own, folder)
        except OSError:
            shutil.rmtree(own, ignore_errors=True)
    return os.path.join(folder, "gouji")


def give(documents, process, folder, names, failed):
    """Documents as lines of JSON. Bytes go through files: what encoding they have is for gouji to find out."""
    try:
        with process.stdin:
            for number, (name, text, content) in enumerate(documents):
                line = {"name": name}
                if content is None:
                    line["text"] = text
                else:
                    line["path"] = os.path.join(folder, str(number))
                    with open(line["path"], "wb") as file:
                        file.write(content)
                names.append(name)
                process.stdin.write(json.dumps(line).encode() + b"\n")
    except BrokenPipeError:
        pass  # it has ended: its exit code says more
    except Exception as error:  # of Spark, while it makes the documents
        failed.append(error)
        process.kill()


def run_gouji(bundle, command, arguments, documents):
    """Lines that one process prints of the documents: a dict and the line itself, those of filings and then the last."""
    home = unpacked(bundle)
    arguments = [part.replace("{home}", home) for part in arguments]
    with tempfile.TemporaryDirectory(prefix="gouji-") as folder, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([os.path.join(home, "bin", "gouji"), command, "--format", "jsonl", "--quiet", "--jobs", "1", *arguments, "--documents", "-"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        names, failed = [], []
        feeder = threading.Thread(target=give, args=(documents, process, folder, names, failed), daemon=True)
        feeder.start()
        filings, diagnostics = 0, None
        try:
            for line in process.stdout:
                said = json.loads(line)
                if "file" in said:
                    filings += 1
                    yield said, line.decode().rstrip("\n")
                else:
                    diagnostics = said["diagnostics"]
        finally:
            if diagnostics is None:
                process.kill()
            code = process.wait()
            feeder.join()
        if failed:
            raise failed[0]
        errors.seek(0)
        told = errors.read().decode(errors="replace")
        refused = sum(1 for one in diagnostics or [] if one["severity"] == "error")
        # 0 and 1: all was read. 2: something was not, and is among the diagnostics; if it is not, the run itself went wrong.
        if diagnostics is None or code not in (0, 1, 2) or (code == 2 and refused == 0) or filings + refused < len(names):
            raise Failed(f"gouji {command} ended with {code} after {filings} of {len(names)} documents: {told}")
        yield {"diagnostics": diagnostics}, ""


def identify(bundle, arguments):
    """A partition: the group of each document, by whose filing it is. Its own where that is not known."""
    def of_partition(documents, groups):
        documents = list(documents)
        known = {}
        for said, _ in run_gouji(bundle, "read", arguments, iter(documents)):
            if "file" in said and said["organ"]:
                known[said["file"]] = groups.get(said["organ"], said["organ"])
        for document in documents:
            yield known.get(document[0], "\0" + document[0]), document
    return of_partition


def check(bundle, arguments):
    def of_partition(grouped):
        for said, line in run_gouji(bundle, "check", arguments, (document for _, document in grouped)):
            yield ("filing", line) if "file" in said else ("diagnostics", json.dumps(said["diagnostics"]))
    return of_partition


def filing_row(line):
    said = json.loads(line)
    return said["file"], said["organ"], said["year"], len(said["findings"]), line


def finding_rows(line):
    said = json.loads(line)
    for one in said["findings"]:
        at = one["at"]
        yield (said["file"], said["organ"], said["year"], one["rule"], one["severity"], one["fingerprint"], at.get("table"), at.get("row"), at.get("column"), at.get("fact"), at.get("section"),
               one["title"], one["message"], one["basis"])


def diagnostic_rows(text):
    for one in json.loads(text):
        yield one["file"], one["code"], one["severity"], one["line"], one["message"], one["help"]


# --- the job -------------------------------------------------------------------------------------------------------------

def documents_of(spark, path, partitions):
    """(name, text, content) of each document; one of the last two is None."""
    kind = os.path.splitext(path.rstrip("/"))[1]
    if kind in (".parquet", ".json", ".jsonl"):
        table = spark.read.parquet(path) if kind == ".parquet" else spark.read.json(path)
        has = set(table.columns)
        if "name" not in has or not has & {"text", "content"}:
            raise SystemExit(f"{path} must have the columns name, and text or content; it has {', '.join(sorted(has))}")
        rows = table.rdd.map(lambda row: (row["name"], row["text"] if "text" in has else None, bytes(row["content"]) if "content" in has and row["content"] is not None else None))
    else:
        # Not the data source of that name: it leaves out empty files, and nobody would hear of them.
        spark.sparkContext._jsc.hadoopConfiguration().set("mapreduce.input.fileinputformat.input.dir.recursive", "true")
        files = spark.sparkContext.binaryFiles(path, partitions).filter(lambda file: file[0].lower().endswith(ENDINGS))
        rows = files.map(lambda file: (file[0].removeprefix("file:"), None, bytes(file[1])))
    return rows.repartition(partitions)


def run(spark, options):
    context = spark.sparkContext
    partitions = options.partitions or max(2, context.defaultParallelism)
    extra = [*([options.rules] if options.rules else []), *options.organs, *options.waivers]
    packed = make_bundle(options.gouji, extra)
    context.addFile(packed)
    bundle = os.path.basename(packed)
    places = {path: "{home}/extra/" + str(number) + os.path.splitext(path)[1] for number, path in enumerate(extra)}
    reading = ["--rules", places[options.rules]] if options.rules else []
    judging = list(reading)
    for name, paths in (("--organs", options.organs), ("--waivers", options.waivers)):
        for path in paths:
            judging += [name, places[path]]
    for name, value in (("--suite", options.suite), ("--today", options.today), ("--lang", options.lang)):
        judging += [name, value] if value else []
    judging += ["--all"] if options.all else []

    documents = documents_of(spark, options.input, partitions)
    if options.apart:
        judging.append("--apart")
        grouped = documents.map(lambda document: (document[0], document))
    else:
        groups = context.broadcast(groups_of(options.organs))
        of_partition = identify(bundle, reading)
        identified = documents.mapPartitions(lambda part: of_partition(part, groups.value))
        # All of a group in one partition, in the order of their names: as a run over a folder has them.
        grouped = identified.partitionBy(partitions).mapPartitions(lambda part: iter(sorted(part, key=lambda one: one[1][0])), preservesPartitioning=True)
    said = grouped.mapPartitions(check(bundle, judging)).persist()
    try:
        lines = said.filter(lambda one: one[0] == "filing").map(lambda one: one[1])
        told = said.filter(lambda one: one[0] == "diagnostics").map(lambda one: one[1])
        for name, rows, schema in (("filings", lines.map(filing_row), FILINGS), ("findings", lines.flatMap(finding_rows), FINDINGS), ("diagnostics", told.flatMap(diagnostic_rows), DIAGNOSTICS)):
            spark.createDataFrame(rows, schema).write.mode("overwrite" if options.overwrite else "errorifexists").parquet(os.path.join(options.output, name))
        counts = {name: spark.read.parquet(os.path.join(options.output, name)).count() for name in ("filings", "findings")}
        refused = spark.read.parquet(os.path.join(options.output, "diagnostics")).filter("severity = 'error'").count()
    finally:
        said.unpersist()
    print(f"{counts['filings']} filings, {counts['findings']} findings, {refused} documents that could not be read")
    # Findings are what the job is for; a cluster takes any other exit than 0 for a failure.
    return 2 if refused else 0


def main():
    parser = argparse.ArgumentParser(description="Checks documents with gouji on Apache Spark.")
    parser.add_argument("--gouji", required=True, help="the program, or the folder where it is installed; it travels with the job")
    parser.add_argument("--input", required=True, help="a folder of files, or a table: .parquet, .json, .jsonl")
    parser.add_argument("--output", required=True, help="a folder for the tables")
    parser.add_argument("--rules", help="a rule file or directory instead of the shipped ones; travels with the job")
    parser.add_argument("--organs", action="append", default=[], help="a list of organs; may be given several times")
    parser.add_argument("--waivers", action="append", default=[], help="a file of waivers; may be given several times")
    parser.add_argument("--suite")
    parser.add_argument("--today", help="the day by which waivers expire")
    parser.add_argument("--lang", choices=("zh", "en"))
    parser.add_argument("--all", action="store_true", help="every verdict, not only the findings")
    parser.add_argument("--apart", action="store_true", help="each document by itself: no year before, and one pass less")
    parser.add_argument("--partitions", type=int, help="as many processes; the cores of the cluster by default")
    parser.add_argument("--overwrite", action="store_true")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("gouji").getOrCreate()
    try:
        return run(spark, options)
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())
