// SPDX-License-Identifier: Apache-2.0
// Owns: the SQL of the questions across all years. It asks the tables, not the views: those of a file from a stranger
// may be anything.
// Refuses: to be used outside of engine/store.
#pragma once

namespace gouji::trend_sql {

/// What the questions need besides the store; it goes when the connection does.
inline constexpr const char* setup = R"sql(
CREATE TEMP TABLE listed (name TEXT PRIMARY KEY, organ TEXT NOT NULL, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX temp.listed_by_organ ON listed (organ);
CREATE TEMP TABLE wanted (figure INTEGER PRIMARY KEY, "table" TEXT NOT NULL, row TEXT NOT NULL, "column" TEXT NOT NULL);
CREATE TEMP TABLE wanted_cells (layout INTEGER NOT NULL, place INTEGER NOT NULL, figure INTEGER NOT NULL);
CREATE TEMP VIEW dated AS
SELECT main.documents.id, main.documents.name, main.documents.family, main.documents.year, main.documents.figures,
       coalesce((SELECT listed.organ FROM temp.listed WHERE listed.name = main.documents.organ), main.documents.organ)
           AS organ
FROM main.documents WHERE main.documents.organ <> '' AND main.documents.year IS NOT NULL;
)sql";

inline constexpr const char* scope =
    "SELECT (SELECT count(*) FROM (SELECT DISTINCT organ, year, family FROM temp.dated)), "
    "(SELECT count(DISTINCT organ) FROM temp.dated), "
    "(SELECT count(*) FROM main.documents WHERE organ = '' OR year IS NULL)";

inline constexpr const char* years =
    "SELECT DISTINCT year FROM main.documents WHERE organ <> '' AND year IS NOT NULL "
    "ORDER BY year";

inline constexpr const char* has_cell =
    "SELECT 1 FROM main.layouts JOIN main.cells ON main.cells.layout = main.layouts.id "
    "WHERE main.layouts.\"table\" = ?1 AND main.cells.row = ?2 AND main.cells.\"column\" = ?3 "
    "UNION ALL SELECT 1 FROM main.documents, json_each(documents.figures) AS part, json_each(part.value, '$.printed') "
    "AS cell "
    "WHERE json_extract(part.value, '$.table') = ?1 AND json_extract(cell.value, '$.row') = ?2 "
    "AND json_extract(cell.value, '$.column') = ?3 LIMIT 1";

inline constexpr const char* find_cells =
    "INSERT INTO temp.wanted_cells SELECT main.cells.layout, main.cells.place, temp.wanted.figure FROM temp.wanted "
    "JOIN main.layouts ON main.layouts.\"table\" = temp.wanted.\"table\" "
    "JOIN main.cells ON main.cells.layout = main.layouts.id AND main.cells.row = temp.wanted.row "
    "AND main.cells.\"column\" = temp.wanted.\"column\"";

/// Cells of tables of a form are found by their places, those of printed tables by their names.
inline constexpr const char* points = R"sql(
SELECT cell.figure, dated.organ, dated.year, dated.name,
       json_extract(part.value, '$.cells[' || cell.place || ']'),
       json_extract(part.value, '$.units."' || cell.place || '"'),
       json_extract(part.value, '$.missing."' || cell.place || '"'),
       json_extract(part.value, '$.open."' || cell.place || '"') IS NULL
FROM temp.dated, json_each(dated.figures) AS part
JOIN temp.wanted_cells AS cell ON cell.layout = json_extract(part.value, '$.layout')
UNION ALL
SELECT wanted.figure, dated.organ, dated.year, dated.name, json_extract(cell.value, '$.value'),
       json_extract(cell.value, '$.unit'), json_extract(cell.value, '$.missing'),
       json_extract(cell.value, '$.open') IS NULL
FROM temp.dated, json_each(dated.figures) AS part, json_each(part.value, '$.printed') AS cell
JOIN temp.wanted ON wanted."table" = json_extract(part.value, '$.table')
    AND wanted.row = json_extract(cell.value, '$.row') AND wanted."column" = json_extract(cell.value, '$.column')
ORDER BY 1, 2, 3, 4
)sql";

inline constexpr const char* findings = R"sql(
WITH counted AS (
    SELECT dated.organ AS organ, found.rule AS rule, dated.year AS year, found.severity AS severity, count(*) AS findings
    FROM main.found JOIN temp.dated ON dated.id = found.document GROUP BY 1, 2, 3, 4),
spread AS (SELECT organ, rule, count(DISTINCT year) AS years FROM counted GROUP BY 1, 2)
SELECT counted.organ, counted.rule, counted.year, counted.severity, counted.findings, spread.years
FROM counted JOIN spread ON spread.organ = counted.organ AND spread.rule = counted.rule ORDER BY 1, 2, 3, 4
)sql";

inline constexpr const char* repeated = R"sql(
WITH counted AS (
    SELECT dated.organ AS organ, found.rule AS rule, dated.year AS year, count(*) AS findings
    FROM main.found JOIN temp.dated ON dated.id = found.document GROUP BY 1, 2, 3),
spread AS (
    SELECT organ, rule, count(*) AS years, sum(findings) AS findings FROM counted GROUP BY 1, 2 HAVING count(*) > 1)
SELECT spread.organ, spread.rule, spread.findings, counted.year
FROM spread JOIN counted ON counted.organ = spread.organ AND counted.rule = spread.rule
ORDER BY spread.years DESC, spread.findings DESC, 1, 2, 4
)sql";

inline constexpr const char* rules = R"sql(
WITH counted AS (
    SELECT found.rule AS rule, dated.year AS year, count(*) AS findings, count(DISTINCT found.document) AS reports
    FROM main.found JOIN temp.dated ON dated.id = found.document GROUP BY 1, 2)
SELECT rule, year, findings, reports FROM counted
ORDER BY sum(findings) OVER (PARTITION BY rule) DESC, rule, year
)sql";

inline constexpr const char* gaps = R"sql(
WITH published AS (
    SELECT organ, family, year, lag(year) OVER (PARTITION BY organ, family ORDER BY year) AS before
    FROM (SELECT DISTINCT organ, family, year FROM temp.dated))
SELECT organ, family, before + 1, year - 1 FROM published WHERE year > before + 1 ORDER BY 1, 2, 3
)sql";

inline constexpr const char* absent =
    "SELECT organ FROM (SELECT organ, min(place) AS place FROM temp.listed GROUP BY organ) AS one "
    "WHERE NOT EXISTS (SELECT 1 FROM temp.listed JOIN main.documents ON main.documents.organ = temp.listed.name "
    "WHERE temp.listed.organ = one.organ) ORDER BY place";

}  // namespace gouji::trend_sql
