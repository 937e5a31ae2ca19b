// SPDX-License-Identifier: Apache-2.0
// Owns: a table filled as one assignment of its figures to rows, and orders of its columns, say.
// Refuses: to choose among assignments (rows.cpp does). And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_assign.hpp"
#include "grammar/filing/tables/private_cell_orders.hpp"
#include "grammar/filing/tables/tables.hpp"

#include <vector>

namespace gouji {

/// The table and the figures must live as long.
class RowFiller {
public:
    RowFiller(const TableItems& table, const PageFigures& figures) : table_(table), figures_(figures) {}

    void fill(TableRead& read, const Assignment& assignment, const CellOrders& orders) const;

    /// Figures that are printed in the table and are of no row.
    [[nodiscard]] int skipped_figures(const Assignment& assignment) const;
    /// Whether the row's own label is right before its figures, or among them.
    [[nodiscard]] bool is_labelled(const PlacedRow& row) const;

private:
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
