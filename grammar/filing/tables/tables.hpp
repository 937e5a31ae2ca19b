// SPDX-License-Identifier: Apache-2.0
// Owns: reading one table of a form from a stretch of text, whatever its layout.
// Refuses: to choose the form; read_filing.cpp reads the table in each and keeps the best.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/edition/label_places.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct TableRead {
    Table table;
    Span where;     ///< of the normalised text, from the first label to the last figure
    int score = 0;  ///< how well the form fits
    int rows = 0;   ///< how many were read, or at least seen
    /// Of a table that is read as it is printed: headers of columns that the form lacks, and rows whose figures do not
    /// fit its columns.
    std::vector<std::string> unknown_columns;
    std::vector<std::string> unfit_rows;
};

/// What tables are read from.
struct TableText {
    const Text& text;
    const LabelPlaces& labels;
    std::string title;  ///< of the report, without blanks: a page may print it again between two rows
};

/// Whether the stretch is the section in which the form has the table. A table that is plainly there but not understood
/// is then read as unreadable cells.
enum class TablePlace : std::uint8_t { own_section, anywhere };

/// Nothing when the stretch does not hold the table.
std::optional<TableRead> read_table(
    const TableText& from, Span where, TablePlace place, const Edition& edition, std::size_t table);

/// No reading of the table, from this stretch of the text, has more cells, except for rows whose labels the page
/// breaks.
std::ptrdiff_t most_cells(const LabelPlaces& places, Span where, const Edition& edition, std::size_t table);

}  // namespace gouji
