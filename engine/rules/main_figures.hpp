// SPDX-License-Identifier: Apache-2.0
// Owns: which cells of a form sum up a report: those that are a sum of others and a part of no other sum.
// Refuses: names; what is a sum is known from the relations and rules alone.
#pragma once

#include "engine/model/trends.hpp"
#include "engine/rules/catalogue.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace gouji {

/// Of all forms, each name once, in the order of the newest form that has it.
std::vector<FigureName> main_figures(const Catalogue& catalogue);

/// 申请[本年新收, 总计]: a cell by its table, row and column, with the whole names of a form that has it. Names that no
/// form has stay as they are: rows may be printed by each report. Nothing where the text is not written so.
std::optional<FigureName> parse_figure(std::string_view text, const Catalogue& catalogue);

}  // namespace gouji
