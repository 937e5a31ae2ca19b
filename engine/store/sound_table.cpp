// SPDX-License-Identifier: Apache-2.0
#include "engine/store/private_sound_table.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace gouji {
namespace {

bool are_within(const std::vector<int>& all, std::size_t end) {
    return std::all_of(
        all.begin(), all.end(), [&](int place) { return place >= 0 && static_cast<std::size_t>(place) < end; });
}

/// Every reading has a value and a span for each of the cells.
bool fill(const std::vector<Choice::Reading>& readings, const std::vector<int>& cells) {
    return std::all_of(readings.begin(), readings.end(), [&](const Choice::Reading& reading) {
        return reading.values.size() == cells.size() && reading.spans.size() == cells.size();
    });
}

/// A combination has a reading for each of the choices.
bool is_sound(const Combination& combination, const std::vector<Choice>& choices) {
    if (combination.size() != choices.size()) return false;
    for (std::size_t i = 0; i < combination.size(); ++i) {
        if (!are_within({combination[i]}, choices[i].readings.size())) return false;
    }
    return true;
}

}  // namespace

bool is_sound(const Table& table) {
    const std::size_t count = table.cells.size();
    const auto columns = static_cast<std::size_t>(table.column_names().leaf_count());
    if (count != columns * static_cast<std::size_t>(table.row_names().leaf_count())) return false;
    const auto good_choice = [&](const Choice& choice) {
        return !choice.cells.empty() && are_within(choice.cells, count) && fill(choice.readings, choice.cells)
            && are_within({choice.preferred}, choice.readings.size());
    };
    const auto good_combination = [&](const Combination& combination) { return is_sound(combination, table.choices); };
    const auto rows = static_cast<std::size_t>(table.row_names().leaf_count());
    const auto good_extra = [&](const ExtraFigure& one) { return are_within({one.row}, rows); };
    return std::all_of(table.choices.begin(), table.choices.end(), good_choice)
        && std::all_of(table.extra.begin(), table.extra.end(), good_extra)
        && std::all_of(table.remaining.begin(), table.remaining.end(), good_combination)
        && are_within(table.evidence, table.layout ? table.layout->equations.size() : 0);
}

}  // namespace gouji
