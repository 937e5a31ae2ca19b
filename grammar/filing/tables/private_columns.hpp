// SPDX-License-Identifier: Apache-2.0
// Owns: which figure of a row is in which column, by the words of the header above it.
// Refuses: to read rows. And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_table_items.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

/// The cells of a row in the order in which the page prints them.
struct ColumnOrder {
    std::vector<int> cells;
    bool official = true;  ///< the order of the form, or no header says another
    /// Another order, and the page keeps the columns apart: with bars, or all names on one line. Where it does not, the
    /// names may have come out of their order.
    bool sure = true;
};

/// Of a row whose figures begin with `item`: the header is the last before it that names all columns of the row.
ColumnOrder column_order(const TableItems& table, int leaf, std::size_t item);

}  // namespace gouji
