// SPDX-License-Identifier: Apache-2.0
// Owns: from the header of a printed table to its columns, in the order in which they are printed.
// Refuses: to read rows. And to be used outside of this folder.
#pragma once

#include "engine/model/form.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/tables/grid_lines.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace gouji {

/// A column as it is printed. One with figures has a leaf of the form, or a name that the form does not know.
struct GridColumn {
    std::optional<HeadWord> head;  ///< it has codes, names or numbers of lines, and no figures
    std::vector<int> leaves;       ///< of the form: what its header may be, the likeliest first
    Span where;

    [[nodiscard]] bool has_figures() const { return !head; }
};

/// A table that is printed once, or the left or right half of one.
struct GridPart {
    std::vector<GridColumn> columns;
    /// Columns behind the names, which every line has.
    [[nodiscard]] std::size_t figure_columns() const;
    /// Whether its lines begin with a code, or a name.
    [[nodiscard]] bool has(HeadWord word) const;
};

struct GridHeader {
    std::vector<GridPart> parts;  ///< from left to right; none where no line names a column of the form
    std::size_t end = 0;          ///< the line after it
};

/// `of`: the form and its labels.
struct GridForm {
    const Text& text;
    const TableForm& form;
    const Edition::Labels& labels;
};

GridHeader read_grid_header(const GridForm& of, std::span<const GridLine> lines);
/// How many cells of a line are headers of columns: a page break prints them again.
std::size_t count_headers(const GridForm& of, const GridLine& line);
/// 1 2 3 …: the line has numbers of columns.
bool is_numbering(const GridForm& of, const GridLine& line);
/// Whether a label of the set is all that the cell has, but for brackets and units behind it.
std::optional<LabelSet::Hit> match_cell(const Text& text, Span cell, const LabelSet& set);

}  // namespace gouji
