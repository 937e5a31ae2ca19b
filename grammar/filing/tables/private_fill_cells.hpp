// SPDX-License-Identifier: Apache-2.0
// Owns: from the cells of a printed row to the cells of the form.
// Refuses: to guess: a row with too few figures is divided, or all of its cells are unreadable. And to be used outside
// of this folder.
#pragma once

#include "engine/model/filing.hpp"
#include "grammar/filing/tables/private_printed_rows.hpp"
#include "grammar/filing/tables/private_table_items.hpp"

#include <vector>

namespace gouji {

/// These cells exist, at `where`, but none of them can be read.
void mark_unreadable(Table& table, const Text& text, Span where, const std::vector<int>& cells);

/// What the caller knows of a row.
/// True when digits of the row demonstrably run together: a figure longer than one digit begins with a zero, or its
/// separators are not before every three digits.
bool proves_joined(const Text& text, const PrintedRow& row);

struct RowOrigin {
    bool restored = false;  ///< its label was not found as such
    bool joined = false;    ///< its digits run together
};

/// Fills cells of the form with the printed ones. Too few figures are divided only where digits run together, as
/// `origin` or the figures themselves say: otherwise empty cells were lost, and which ones cannot be told.
void fill_cells(Table& table, const Text& text, const PrintedRow& row, const std::vector<int>& cells, RowOrigin origin);

}  // namespace gouji
