// SPDX-License-Identifier: Apache-2.0
// Owns: the tables of a store, and the views by which people ask it. docs/store.md tells of the views.
// Refuses: to change what a view says: a new version adds.
#pragma once

namespace gouji::store_schema {

/// "GOUJ": by which SQLite files of ours are known.
inline constexpr int application = 0x474F554A;
inline constexpr int version = 2;

inline constexpr const char* tables = R"sql(
CREATE TABLE readings (
    content BLOB NOT NULL,          -- SHA-256 of the file's bytes
    forms   BLOB NOT NULL,          -- of the forms it was read with
    reading BLOB NOT NULL,          -- for the program alone
    PRIMARY KEY (content, forms)
);
CREATE TABLE documents (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    content   BLOB NOT NULL,
    forms     BLOB NOT NULL,
    given     BLOB NOT NULL,        -- of all that the judgement depends on
    family    TEXT NOT NULL,
    organ     TEXT NOT NULL,
    year      INTEGER,
    level     TEXT NOT NULL,
    form      TEXT NOT NULL,
    published TEXT NOT NULL,
    judgement BLOB,                 -- for the program alone
    figures   TEXT NOT NULL,        -- JSON: one list of cells for each table
    mentions  TEXT NOT NULL,        -- JSON
    verdicts  TEXT NOT NULL,        -- JSON: those that neither passed nor did not apply
    counts    TEXT NOT NULL         -- JSON: how often each rule came to each verdict
);
CREATE INDEX documents_by_organ ON documents (organ, year, family);
CREATE INDEX documents_by_content ON documents (content, forms);
CREATE TABLE found (
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    place       INTEGER NOT NULL,
    rule        TEXT NOT NULL,
    severity    TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    "table"     TEXT,
    row         TEXT,
    "column"    TEXT,
    fact        TEXT,
    section     TEXT,
    message_zh  TEXT NOT NULL,
    message_en  TEXT NOT NULL,
    PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE INDEX found_by_rule ON found (rule);
CREATE TABLE layouts (
    id      INTEGER PRIMARY KEY,
    form    TEXT NOT NULL,
    "table" TEXT NOT NULL,
    digest  BLOB NOT NULL UNIQUE    -- of the form, the table and its cells: a form may change
);
CREATE TABLE cells (
    layout  INTEGER NOT NULL REFERENCES layouts,
    place   INTEGER NOT NULL,
    row     TEXT NOT NULL,
    "column" TEXT NOT NULL,
    PRIMARY KEY (layout, place)
) WITHOUT ROWID;
CREATE TABLE decisions (
    fingerprint TEXT NOT NULL,
    rule        TEXT NOT NULL,
    organ       TEXT NOT NULL,
    year        INTEGER,
    finding     TEXT NOT NULL,
    file        TEXT NOT NULL,
    line        INTEGER NOT NULL,
    fields      TEXT NOT NULL       -- JSON: what was typed
);
CREATE INDEX decisions_by_fingerprint ON decisions (fingerprint);
)sql";

/// A file of an older version gets them anew.
inline constexpr const char* views = R"sql(
DROP VIEW IF EXISTS filings;
CREATE VIEW filings AS
SELECT name AS file, organ, year, family, form, level, published,
       (SELECT count(*) FROM found WHERE document = documents.id AND severity = 'error') AS errors,
       (SELECT count(*) FROM found WHERE document = documents.id AND severity = 'warning') AS warnings
FROM documents;

DROP VIEW IF EXISTS findings;
CREATE VIEW findings AS
SELECT documents.name AS file, documents.organ, documents.year, found.rule, found.severity, found."table", found.row, found."column", found.fact,
       found.section, found.message_zh, found.message_en, found.fingerprint, decisions.fields AS decision
FROM found JOIN documents ON documents.id = found.document
LEFT JOIN decisions ON decisions.fingerprint = found.fingerprint;

DROP VIEW IF EXISTS figures;
CREATE VIEW figures AS
SELECT documents.name AS file, documents.organ, documents.year, layouts.form, layouts."table", cells.row, cells."column", figure.value AS value,
       json_extract(part.value, '$.units."' || figure.key || '"') AS unit, json_extract(part.value, '$.missing."' || figure.key || '"') AS missing,
       json_extract(part.value, '$.open."' || figure.key || '"') IS NULL AS certain
FROM documents, json_each(documents.figures) AS part, json_each(part.value, '$.cells') AS figure
JOIN layouts ON layouts.id = json_extract(part.value, '$.layout')
JOIN cells ON cells.layout = layouts.id AND cells.place = figure.key
UNION ALL
SELECT documents.name, documents.organ, documents.year, json_extract(part.value, '$.form'), json_extract(part.value, '$.table'),
       json_extract(cell.value, '$.row'), json_extract(cell.value, '$.column'), json_extract(cell.value, '$.value'),
       json_extract(cell.value, '$.unit'), json_extract(cell.value, '$.missing'), json_extract(cell.value, '$.open') IS NULL
FROM documents, json_each(documents.figures) AS part, json_each(part.value, '$.printed') AS cell;

DROP VIEW IF EXISTS stated;
CREATE VIEW stated AS
SELECT documents.name AS file, documents.organ, documents.year, json_extract(mention.value, '$.fact') AS fact, field.key AS field, field.value AS value,
       json_extract(mention.value, '$.text') AS text, json_extract(mention.value, '$.row') AS row
FROM documents, json_each(documents.mentions) AS mention, json_each(mention.value, '$.fields') AS field;

DROP VIEW IF EXISTS verdicts;
CREATE VIEW verdicts AS
SELECT documents.name AS file, documents.organ, documents.year, json_extract(one.value, '$.rule') AS rule, json_extract(one.value, '$.verdict') AS verdict,
       json_extract(one.value, '$.table') AS "table", json_extract(one.value, '$.row') AS row, json_extract(one.value, '$.column') AS "column",
       json_extract(one.value, '$.fact') AS fact, json_extract(one.value, '$.section') AS section, json_extract(one.value, '$.why') AS why
FROM documents, json_each(documents.verdicts) AS one;

DROP VIEW IF EXISTS outcomes;
CREATE VIEW outcomes AS
SELECT documents.name AS file, documents.organ, documents.year, rule.key AS rule, outcome.key AS verdict, outcome.value AS count
FROM documents, json_each(documents.counts) AS rule, json_each(rule.value) AS outcome;
)sql";

}  // namespace gouji::store_schema
