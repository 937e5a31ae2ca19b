// SPDX-License-Identifier: Apache-2.0
// Owns: which figures of a page are of which rows of a form: one search over the assignments of both, in their order,
// by what words, place and number cost.
// Refuses: to ask the relations of the form (rows.cpp does), and to read figures. And to be used outside of this
// folder.
#pragma once

#include "grammar/filing/tables/private_page_figures.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

/// A row of the form, and the pieces that are its figures.
struct PlacedRow {
    int leaf = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    KnownBy known = KnownBy::order;

    bool operator==(const PlacedRow&) const = default;
};

/// From top to bottom; rows that are not printed are left out.
using Assignment = std::vector<PlacedRow>;

struct Assignments {
    /// All that are about as good as the best, which comes first; none where the page has no row.
    std::vector<Assignment> best;
    /// There are more of them than could be listed: these rows differ among them.
    std::vector<int> open;
};

Assignments assign_rows(const TableItems& table, const PageFigures& figures);

}  // namespace gouji
