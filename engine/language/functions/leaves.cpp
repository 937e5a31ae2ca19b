// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

#include <algorithm>
#include <set>

namespace gouji {

namespace {

/// The row of a cell that has one.
int row_of(const CellRef& cell) { return cell.cell / cell.names->columns->leaf_count(); }

/// Leaves out the figures of rows whose parts are among the cells too: in a table with rows of a report's own a row may
/// have figures, and rows below it.
void drop_wholes(std::vector<CellRef>& cells) {
    std::set<int> rows;
    for (const CellRef& one : cells) {
        if (one.cell >= 0 && one.names && one.names->open) rows.insert(row_of(one));
    }
    if (rows.empty()) return;
    std::erase_if(cells, [&](const CellRef& one) {
        if (one.cell < 0) return false;
        const Outline& outline = *one.names->rows;
        const std::vector<int> below = outline.children_of(outline.leaf_node(row_of(one)));
        return std::any_of(
            below.begin(), below.end(), [&](int node) { return rows.contains(outline.node(node).leaf); });
    });
}

}  // namespace

extern const Function function_leaves = {"leaves", "leaves(cells)", "一组单元格中最下层的各个单元格",
    "the lowest-level cells of a group", 1, 1, [](Compiler& compiler, const Node& call) {
        Typed made = compiler.visit_cells(call.kids[0]);
        made.single = false;
        drop_wholes(made.cells);
        return made;
    }};

}  // namespace gouji
