// SPDX-License-Identifier: Apache-2.0
// Owns: the order in which a page prints the cells of each row of a table, by the headers above its rows.
// Refuses: to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_assign.hpp"
#include "grammar/filing/tables/private_columns.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

/// The table must live as long.
class CellOrders {
public:
    /// All rows in the order of the form.
    explicit CellOrders(const TableItems& table) : table_(table) {}
    /// Rows with the same columns have the header of the first of them.
    CellOrders(const TableItems& table, const PageFigures& figures, const Assignment& rows);

    [[nodiscard]] const std::vector<int>& of(int leaf) const {
        return cells_.empty() ? table_.cells_of(leaf) : cells_[static_cast<std::size_t>(leaf)];
    }
    /// Whether all headers have the order of the form.
    [[nodiscard]] bool official() const { return cells_.empty(); }
    /// Whether each header that has another order says it plainly (ColumnOrder::sure).
    [[nodiscard]] bool sure() const { return sure_; }

private:
    /// Gives rows with these columns the order in which the header has them.
    void change(const std::vector<int>& columns, const std::vector<int>& printed);
    [[nodiscard]] std::vector<int> columns_of(const std::vector<int>& cells) const;

    const TableItems& table_;
    std::vector<std::vector<int>> cells_;  ///< of each row; none where all are in the order of the form
    bool sure_ = true;
};

}  // namespace gouji
