// SPDX-License-Identifier: Apache-2.0
// Owns: what each misfit costs where lines of a page are assigned to the rows of a table (fit.cpp), in hundredths of
// the size of a character.
// Refuses: limits of size and number, which the code that has them explains.
#pragma once

#include <limits>

namespace gouji::fit_costs {

/// A line that belongs to no row. A label without figures is less likely than a header or prose.
inline constexpr int skipped_line = 50;
inline constexpr int skipped_label = 2 * skipped_line;

/// A cell away from its place in the row, at most; less where the page ends within the row, because its cells are then
/// in either part of it.
inline constexpr int displaced_at_most = 100;
inline constexpr int displaced_over_pages = 30;

/// Two lines of one cell that are farther from each other than lines are, or side by side.
inline constexpr int gap_in_cell = 100;
inline constexpr int side_by_side = 100;
/// A line within a cell that looks like the beginning of another label.
inline constexpr int label_inside_cell = 400;
/// A sentence or a note below the table is no line of a cell.
inline constexpr int prose_inside_cell = 400;
/// A line that goes on is full: the next is not wider.
inline constexpr int wider_continuation = 60;
/// Other words than a unit in a cell with figures: a header, or prose.
inline constexpr int words_with_figures = 200;

/// A row of more parts than any has.
inline constexpr int too_many_parts = 100'000;
inline constexpr int impossible = std::numeric_limits<int>::max() / 2;

}  // namespace gouji::fit_costs
