// SPDX-License-Identifier: Apache-2.0
// Owns: which lines of text belong to which row of a table, where only the lines with figures are known to begin one.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_page_lines.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace gouji {

using FragmentColumn = std::vector<const Fragment*>;  ///< from top to bottom

/// The cells of the row that these lines are: words one above the other.
std::vector<FragmentColumn> columns_of(const std::vector<PageLine>& lines, std::size_t from, std::size_t to);

/// The ends of a column, which is not empty.
int left_of(const FragmentColumn& column);
int right_of(const FragmentColumn& column);

/// For each anchor the first line of its row, and the one after its last. Cells of a table are all at the top, in the
/// middle or at the bottom of their rows: the cheapest of the three is taken. Lines may be left to no row.
std::vector<std::pair<std::size_t, std::size_t>> fit_rows(
    const std::vector<PageLine>& lines, const std::vector<std::size_t>& anchors);

}  // namespace gouji
