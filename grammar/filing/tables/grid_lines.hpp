// SPDX-License-Identifier: Apache-2.0
// Owns: the lines of a printed table, each as its cells: between bars, or between blanks.
// Refuses: to know what is in them.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct GridLine {
    std::vector<Span> cells;  ///< of the normalised text, without blanks around them; empty ones only between bars
    Span all;
    bool barred = false;
};

/// The lines of a stretch that have something.
std::vector<GridLine> read_grid_lines(const Text& text, Span where);

/// Without the blanks around it.
Span trimmed(std::string_view text, Span span);
/// The cells of a line between bars, without what is behind the last bar; none of a line that is a rule: |---|:---|.
std::vector<Span> cells_of_row(std::string_view text, std::vector<Span> cells);

/// 1,234.50, -3, (200.00): what may be a figure of a table, or a dash in its place.
bool is_grid_figure(std::string_view cell);
/// 单位：万元 in a stretch of text; empty where it names no unit of money.
std::string printed_unit(std::string_view text);
/// Digits alone.
bool is_grid_code(std::string_view cell);

}  // namespace gouji
