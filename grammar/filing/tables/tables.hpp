// SPDX-License-Identifier: Apache-2.0
// Owns: reading one table of a form from a stretch of text, whatever its layout.
// Refuses: to choose the form; read.cpp reads the table in each and keeps the best.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/edition/label_places.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct TableRead {
    Table table;
    Span where;     ///< of the normalised text, from the first label to the last figure
    int score = 0;  ///< how well the form fits
};

/// What tables are read from.
struct TableText {
    const Text& text;
    const LabelPlaces& labels;
    std::string title;  ///< of the report, without blanks: a page may print it again between two rows
};

/// Nothing when the stretch does not hold the table. `own_section` says that the stretch is the section in which the
/// form has the table: one that is plainly there but not understood is then read as unreadable cells.
std::optional<TableRead> read_table(
    const TableText& from, Span where, bool own_section, const Edition& edition, std::size_t table);

/// No reading of the table has a higher score: each of its lines is named, and each of its cells is a number.
int best_score(const TableForm& form);

/// No reading of the table, from this stretch of the text, has more cells, but for rows whose labels the page breaks.
std::ptrdiff_t most_cells(const LabelPlaces& places, Span where, const Edition& edition, std::size_t table);

/// Tables of the report's own, in rows of `|`: at least two rows of at least two cells, outside of `taken`.
std::vector<TableRead> read_free_tables(const Text& text, const std::vector<Span>& taken);

}  // namespace gouji
