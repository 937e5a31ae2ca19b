// SPDX-License-Identifier: Apache-2.0
// Owns: from the lines below the header of a printed table to its rows: code, name, and the cells behind them.
// Refuses: to know what the rows are. And to be used outside of this folder.
#pragma once

#include "engine/base/span.hpp"
#include "grammar/filing/tables/private_grid_columns.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace gouji {

struct GridRow {
    std::size_t part = 0;  ///< of the header
    std::string code;
    Span label;  ///< empty where the row has a code alone
    Span all;
    std::vector<Span> figures;  ///< one for each column behind the names, or other numbers where the row is not whole
    bool whole = false;
    std::uint32_t indent = 0;  ///< blanks before the name
};

/// The rows of all parts, in the order in which they are printed. What has neither a code nor a name is left out.
std::vector<GridRow> read_grid_rows(const GridForm& of, const GridHeader& header, std::span<const GridLine> lines);

}  // namespace gouji
