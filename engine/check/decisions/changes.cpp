// SPDX-License-Identifier: Apache-2.0
#include "engine/check/decisions/changes.hpp"

#include <algorithm>

namespace gouji {
namespace {

bool is_zero(const Operand& operand) { return operand.value && operand.value->is_zero(); }

auto find(const SeenFigures& all, const std::string& name) {
    return std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
}

}  // namespace

std::vector<ChangedFigure> changes_since(const SeenFigures& seen, const Verdict& verdict) {
    std::vector<ChangedFigure> changed;
    for (const Operand& operand : verdict.operands) {
        const auto cell = find(seen, operand.name);
        if (cell == seen.end()) {
            if (!is_zero(operand)) changed.push_back({operand.name, "0", operand.shown()});
            continue;
        }
        const auto number = Decimal::parse(cell->second);
        const bool same = number ? operand.value && *operand.value == *number : cell->second == operand.shown();
        if (!same) changed.push_back({operand.name, cell->second, operand.shown()});
    }
    return changed;
}

SeenFigures seen_in(const Verdict& verdict) {
    SeenFigures made;
    for (const Operand& operand : verdict.operands) {
        if (!is_zero(operand) && find(made, operand.name) == made.end())
            made.emplace_back(operand.name, operand.shown());
    }
    return made;
}

bool has_seen_figures(const SeenFigures& seen, const Verdict& verdict) {
    const auto is_there = [&](const auto& figure) {
        return std::any_of(verdict.operands.begin(), verdict.operands.end(),
            [&](const Operand& one) { return one.name == figure.first; });
    };
    return std::all_of(seen.begin(), seen.end(), is_there) && changes_since(seen, verdict).empty();
}

}  // namespace gouji
