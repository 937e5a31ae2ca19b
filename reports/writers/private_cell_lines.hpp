// SPDX-License-Identifier: Apache-2.0
// Owns: how many lines a text takes in a cell that wraps it. A workbook must say how high its rows are: LibreOffice and
// WPS do not find it out when they open one.
// Refuses: the breaks of a program: they depend on its fonts; this is the most that it needs. And to be used outside of
// reports/.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// A row can be no higher: Excel's end at 409 points.
inline constexpr int most_lines = 25;

/// `width`: of the cell, in digits; a Han character takes two. At least 1.
int lines_in_cell(std::string_view text, int width);

/// The text where it has no more than `most_lines`; else as much of it as leaves room for `rest`, and that.
std::string fitting_in_cell(std::string text, int width, std::string_view rest);

}  // namespace gouji
