// SPDX-License-Identifier: Apache-2.0
// Owns: which stretches of figures can be the figures of one row, by their number and their lines.
// Refuses: to look at words other than that they are there. And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_page_figures.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace gouji {

struct CandidateRow {
    std::size_t last = 0;  ///< piece
    int cost = 0;
    bool odd = false;  ///< too few figures or too many: the row cannot be read
};

/// The stretches that begin with a piece and can be a row of so many cells.
std::vector<CandidateRow> candidates_at(
    const TableItems& table, const PageFigures& figures, std::size_t first, std::size_t cells);

/// The last piece of a row that begins with `first`, has just so many figures, and ends where words begin.
std::optional<std::size_t> whole_row_at(const PageFigures& figures, std::size_t first, std::size_t cells);

}  // namespace gouji
