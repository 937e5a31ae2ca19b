// SPDX-License-Identifier: Apache-2.0
// Owns: the layout of a table as one report prints it: its own rows, its own unit.
// Refuses: to find them; grammar/filing/tables does, and tests of rules write them.
#pragma once

#include "engine/model/form.hpp"

#include <memory>
#include <string>
#include <vector>

namespace gouji {

/// A row that a report prints.
struct LayoutRow {
    int official = -1;  ///< the leaf of the form that it is; -1 for a row of the report's own
    std::string key;    ///< its code, if it has one
    std::string label;
    int parent = -1;  ///< the row of the list that it lies below; -1 for none
};

/// What a report prints of a table.
struct PrintedTable {
    std::vector<LayoutRow> rows;
    std::vector<int> columns;  ///< the leaves of the form that it has, ascending; none: all of them
    std::string unit;          ///< of its amounts; empty where the page gives none
};

struct PrintedLayout {
    std::shared_ptr<const TableForm> layout;
    std::vector<int> rows;     ///< of each printed row, its leaf in the layout
    std::vector<int> columns;  ///< of each column of the form, its leaf in the layout; -1 where it is not printed
};

/// The layout of the form with the rows and columns that the report prints. Rows that the form names come first, in its
/// order.
PrintedLayout printed_layout(const TableForm& form, const PrintedTable& printed);

/// What the layout was made of: a store keeps that.
PrintedTable printed_table(const TableForm& layout, const TableForm& form);

}  // namespace gouji
