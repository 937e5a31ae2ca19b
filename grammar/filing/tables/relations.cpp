// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_relations.hpp"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

/// Nothing where the relation says nothing.
std::optional<bool> holds(const Equation& equation, const Table& table) {
    Decimal sum;
    bool any = false;
    for (const auto& term : equation.terms) {
        const Cell& cell = table.cell(term.cell);
        if (cell.presence == Presence::unreadable || (cell.presence == Presence::number && !cell.certain))
            return std::nullopt;
        if (cell.presence != Presence::number) continue;
        any = true;
        const auto product = multiply(cell.value, Decimal(term.factor));
        const auto next = product ? add(sum, *product) : std::nullopt;
        if (!next) return std::nullopt;
        sum = *next;
    }
    if (!any) return std::nullopt;
    return sum == equation.constant;
}

}  // namespace

int broken_relations(const Table& table) {
    const auto& equations = table.layout->equations;
    return static_cast<int>(std::count_if(
        equations.begin(), equations.end(), [&](const Equation& one) { return !holds(one, table).value_or(true); }));
}

RelationsOfRow relations_of_row(const Table& table, const std::vector<int>& cells) {
    RelationsOfRow found;
    const auto is_own = [&](const Equation::Term& term) {
        return std::find(cells.begin(), cells.end(), term.cell) != cells.end();
    };
    for (const Equation& one : table.layout->equations) {
        if (std::none_of(one.terms.begin(), one.terms.end(), is_own)) continue;
        const std::optional<bool> held = holds(one, table);
        if (held == false) ++found.broken;
        if (held == true && !std::all_of(one.terms.begin(), one.terms.end(), is_own)) ++found.held;
    }
    return found;
}

void add_deciding_relations(Table& table, const std::vector<const Table*>& others) {
    const auto& equations = table.layout->equations;
    for (std::size_t e = 0; e < equations.size(); ++e) {
        const bool decides = holds(equations[e], table).value_or(false)
            && std::any_of(others.begin(), others.end(),
                [&](const Table* other) { return !holds(equations[e], *other).value_or(true); });
        if (decides) table.add_evidence(static_cast<int>(e));
    }
}

}  // namespace gouji
