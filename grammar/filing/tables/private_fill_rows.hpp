// SPDX-License-Identifier: Apache-2.0
// Owns: a table filled as one assignment of its figures to rows, and one order of its columns, say.
// Refuses: to choose among assignments (rows.cpp does). And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_assign.hpp"
#include "grammar/filing/tables/private_columns.hpp"
#include "grammar/filing/tables/tables.hpp"

#include <cstdint>
#include <vector>

namespace gouji {

/// Which figure of a row is in which column.
enum class Columns : std::uint8_t { by_header, by_form };

/// The table and the figures must live as long.
class RowFiller {
public:
    RowFiller(const TableItems& table, const PageFigures& figures) : table_(table), figures_(figures) {}

    void fill(TableRead& read, const Assignment& assignment, Columns columns) const;

    [[nodiscard]] ColumnOrder order_of(const PlacedRow& row) const {
        return column_order(table_, row.leaf, figures_.piece(row.first).begin);
    }
    /// Figures that are printed in the table and are of no row.
    [[nodiscard]] int skipped_figures(const Assignment& assignment) const;
    /// Whether the row's own label is right before its figures, or among them.
    [[nodiscard]] bool is_labelled(const PlacedRow& row) const;

private:
    class CellOrders;
    struct FoundRow;

    [[nodiscard]] Span place_of(const PlacedRow& row) const;
    void mark_lost_rows(TableRead& read, const PlacedRow& before, const PlacedRow& after) const;
    [[nodiscard]] bool has_no_borders(const PlacedRow& row) const;
    void fit_columns(std::vector<FoundRow>& rows) const;
    [[nodiscard]] bool has_joined_digits(const std::vector<FoundRow>& rows) const;

    const TableItems& table_;
    const PageFigures& figures_;
};

}  // namespace gouji
