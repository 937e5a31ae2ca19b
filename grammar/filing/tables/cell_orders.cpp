// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_cell_orders.hpp"

#include <algorithm>

namespace gouji {

CellOrders::CellOrders(const TableItems& table, const PageFigures& figures, const Assignment& rows) : table_(table) {
    std::vector<std::vector<int>> known;
    for (const PlacedRow& row : rows) {
        const std::vector<int>& cells = table.cells_of(row.leaf);
        if (cells.size() < 2) continue;
        std::vector<int> columns = columns_of(cells);
        if (std::find(known.begin(), known.end(), columns) != known.end()) continue;
        const ColumnOrder order = column_order(table, row.leaf, figures.piece(row.first).begin);
        if (!order.official) {
            change(columns, columns_of(order.cells));
            sure_ = sure_ && order.sure;
        }
        known.push_back(std::move(columns));
    }
}

void CellOrders::change(const std::vector<int>& columns, const std::vector<int>& printed) {
    if (cells_.empty()) cells_ = table_.labels.cells;
    for (std::size_t leaf = 0; leaf < cells_.size(); ++leaf) {
        if (columns_of(table_.cells_of(static_cast<int>(leaf))) != columns) continue;
        for (std::size_t i = 0; i < printed.size(); ++i)
            cells_[leaf][i] = table_.form.cell(static_cast<int>(leaf), printed[i]);
    }
}

std::vector<int> CellOrders::columns_of(const std::vector<int>& cells) const {
    std::vector<int> columns;
    columns.reserve(cells.size());
    for (const int cell : cells) columns.push_back(table_.form.column_of(cell));
    return columns;
}

}  // namespace gouji
