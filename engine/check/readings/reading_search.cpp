// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/private_reading_search.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr int most_steps = 2'000'000;
constexpr std::size_t most_remaining = 4096;

}  // namespace

ReadingSearch::ReadingSearch(const Table& table) : table_(table) {
    const auto& equations = table.layout->equations;
    for (std::size_t e = 0; e < equations.size(); ++e) {
        auto constraint = constraint_of(equations[e]);
        if (!constraint || constraint->terms.empty()) continue;
        constraint->equation = static_cast<int>(e);
        constraints_.push_back(std::move(*constraint));
    }
}

/// Nothing where a figure of the equation is missing, or the sum goes beyond 18 digits.
std::optional<ReadingConstraint> ReadingSearch::constraint_of(const Equation& equation) const {
    ReadingConstraint constraint;
    std::optional<Decimal> fixed = equation.constant.negated();
    for (const auto& term : equation.terms) {
        if (!fixed || table_.cell(term.cell).presence != Presence::number) return std::nullopt;
        if (const auto place = find_place(term.cell)) {
            constraint.terms.push_back({place->first, place->second, term.factor});
            constraint.last = std::max(constraint.last, place->first);
        } else {
            const auto product = multiply(table_.cell(term.cell).value, Decimal(term.factor));
            fixed = product ? add(*fixed, *product) : std::nullopt;
        }
    }
    if (!fixed) return std::nullopt;
    constraint.fixed = *fixed;
    return constraint;
}

std::optional<std::pair<std::size_t, std::size_t>> ReadingSearch::find_place(int cell) const {
    for (std::size_t c = 0; c < table_.choices.size(); ++c) {
        const auto& cells = table_.choices[c].cells;
        const auto found = std::find(cells.begin(), cells.end(), cell);
        if (found != cells.end()) return std::pair{c, static_cast<std::size_t>(found - cells.begin())};
    }
    return std::nullopt;
}

ReadingSearch::Best ReadingSearch::find(std::optional<std::size_t> without, std::optional<HeldReading> held) {
    best_ = {};
    without_ = without;
    held_ = held;
    combination_.assign(table_.choices.size(), 0);
    try_choice(0, 0);
    return std::move(best_);
}

std::optional<Decimal> ReadingSearch::difference(
    const ReadingConstraint& constraint, const Combination& combination) const {
    std::optional<Decimal> sum = constraint.fixed;
    for (const auto& term : constraint.terms) {
        const auto& choice = table_.choices[term.choice];
        const Decimal& value = choice.readings[static_cast<std::size_t>(combination[term.choice])].values[term.place];
        const auto product = multiply(value, Decimal(term.factor));
        sum = sum && product ? add(*sum, *product) : std::nullopt;
    }
    return sum;
}

bool ReadingSearch::holds(const ReadingConstraint& constraint, const Combination& combination) const {
    const auto rest = difference(constraint, combination);
    return rest && rest->is_zero();
}

/// `broken`: by the choices before.
void ReadingSearch::try_choice(std::size_t choice, int broken) {
    if (best_.gave_up || broken > best_.broken) return;
    if (choice == table_.choices.size()) return keep_combination(broken);
    const int readings = static_cast<int>(table_.choices[choice].readings.size());
    for (int reading = 0; reading < readings; ++reading) {
        if (held_ && held_->first == choice && held_->second != reading) continue;
        if (++steps_ > most_steps) {
            best_.gave_up = true;
            return;
        }
        combination_[choice] = reading;
        try_choice(choice + 1, broken + broken_with(choice));
    }
}

/// How many of the constraints that are complete with this choice do not hold.
int ReadingSearch::broken_with(std::size_t choice) const {
    int broken = 0;
    for (std::size_t i = 0; i < constraints_.size(); ++i) {
        const bool is_complete = constraints_[i].last == choice && without_ != i;
        broken += is_complete && !holds(constraints_[i], combination_) ? 1 : 0;
    }
    return broken;
}

void ReadingSearch::keep_combination(int broken) {
    if (broken < best_.broken) best_.combinations.clear();
    best_.broken = broken;
    best_.combinations.push_back(combination_);
    best_.gave_up = best_.combinations.size() > most_remaining;
}

}  // namespace gouji
