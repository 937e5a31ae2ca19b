// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/shortcuts.hpp"

#include "engine/rules/catalogue.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The cells with that factor, in order.
std::vector<std::uint16_t> cells_with(int factor, const LinearEquation& equation) {
    std::vector<std::uint16_t> cells;
    for (const auto& term : equation.terms) {
        if (term.factor == factor) cells.push_back(static_cast<std::uint16_t>(term.cell));
    }
    std::sort(cells.begin(), cells.end());
    return cells;
}

/// Adds the cells to the last block when they are the cells of its first instance, shifted once more.
bool continue_block(Shortcuts& sums, const std::vector<std::uint16_t>& added, const std::vector<std::uint16_t>& taken) {
    if (sums.blocks.empty()) return false;
    Shortcuts::Block& last = sums.blocks.back();
    if (last.instances == Shortcuts::most_alike || last.added != added.size() || last.taken != taken.size())
        return false;
    const auto first = sums.cells.end() - last.added - last.taken;
    const auto shift = static_cast<std::uint16_t>(((added.empty() ? taken : added).front() - *first) / last.instances);
    if (last.instances > 1 && shift != last.shift) return false;
    const int moved = last.instances * shift;
    const auto is_shifted = [&](std::uint16_t now, std::uint16_t old) { return now == old + moved; };
    if (!std::equal(added.begin(), added.end(), first, is_shifted)
        || !std::equal(taken.begin(), taken.end(), first + last.added, is_shifted))
        return false;
    last.shift = shift;
    ++last.instances;
    return true;
}

/// A sum of counts of one table, each counted once, with nothing beside it.
bool is_plain_sum(const Instance& instance, int table) {
    const bool counts = std::all_of(instance.check.cells.begin(), instance.check.cells.end(),
        [](const CellRef& cell) { return cell.measure == Measure::count; });
    const LinearEquation* equation = instance.exact_equation();
    if (!equation || !counts || !equation->constant.is_zero()) return false;
    const auto& terms = equation->terms;
    // A cell that cancels out is still asked for: where it is missing nothing can be said.
    if (terms.size() != instance.check.cells.size()) return false;
    constexpr int most_cells = 0xFFFF;
    return std::all_of(terms.begin(), terms.end(), [&](const auto& term) {
        return term.table == table && (term.factor == 1 || term.factor == -1) && term.cell < most_cells;
    });
}

void add_block(const LinearEquation& equation, Shortcuts& sums) {
    const auto added = cells_with(1, equation), taken = cells_with(-1, equation);
    if (continue_block(sums, added, taken)) return;
    sums.blocks.push_back({1, 0, static_cast<std::uint16_t>(added.size()), static_cast<std::uint16_t>(taken.size())});
    sums.cells.insert(sums.cells.end(), added.begin(), added.end());
    sums.cells.insert(sums.cells.end(), taken.begin(), taken.end());
}

/// Adds the sums of all instances; none where one of them is anything else.
void add_sums(const std::vector<Instance>& instances, Shortcuts& sums) {
    if (instances.empty() || !instances.front().exact_equation()) return;
    const int table = instances.front().equation->terms.front().table;
    for (const Instance& instance : instances) {
        if (!is_plain_sum(instance, table)) return;
    }
    sums.table = table;
    for (const Instance& instance : instances) add_block(*instance.equation, sums);
}

}  // namespace

Shortcuts shortcuts_of(const std::vector<Instance>& instances) {
    Shortcuts shortcuts;
    const auto states = [](const Instance& instance) { return !instance.facts.empty(); };
    if (std::any_of(instances.begin(), instances.end(), states)) {
        for (const Instance& instance : instances)
            shortcuts.facts.push_back(states(instance) ? instance.facts.front().fact.fact : -1);
    }
    add_sums(instances, shortcuts);
    return shortcuts;
}

void prepare_shortcuts(Catalogue& catalogue) {
    for (const auto& forms : catalogue.compiled) {
        auto& by_form = catalogue.shortcuts.emplace_back();
        for (const auto& instances : forms) by_form.push_back(shortcuts_of(instances));
    }
}

}  // namespace gouji
