// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/private_reading_search.hpp"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

constexpr int most_steps = 2'000'000;
constexpr std::size_t most_remaining = 4096;

/// The sums of an equation while it is made: exact, and nothing past 18 digits.
struct EquationSums {
    std::optional<Decimal> fixed;
    /// For each choice that it has a figure in, what each reading adds.
    std::map<std::size_t, std::vector<std::optional<Decimal>>> of_choice;
};

void add_to(std::optional<Decimal>& sum, const Decimal& value, int factor) {
    const auto product = multiply(value, Decimal(factor));
    sum = sum && product ? add(*sum, *product) : std::nullopt;
}

/// Nothing where a figure of the equation is missing.
std::optional<EquationSums> sums_of(const Equation& equation, const Table& table) {
    EquationSums sums;
    sums.fixed = equation.constant.negated();
    for (const auto& term : equation.terms) {
        if (table.cell(term.cell).presence != Presence::number) return std::nullopt;
        const auto of_cell = [&](const Choice& choice) {
            return std::find(choice.cells.begin(), choice.cells.end(), term.cell);
        };
        const auto choice = std::find_if(table.choices.begin(), table.choices.end(),
            [&](const Choice& one) { return of_cell(one) != one.cells.end(); });
        if (choice == table.choices.end()) {
            add_to(sums.fixed, table.cell(term.cell).value, term.factor);
            continue;
        }
        const auto place = static_cast<std::size_t>(of_cell(*choice) - choice->cells.begin());
        auto& of_reading = sums.of_choice[static_cast<std::size_t>(choice - table.choices.begin())];
        of_reading.resize(choice->readings.size(), Decimal());
        for (std::size_t i = 0; i < of_reading.size(); ++i)
            add_to(of_reading[i], choice->readings[i].values[place], term.factor);
    }
    return sums;
}

/// The number in units of 10^-places; nothing past 18 digits.
std::optional<std::int64_t> in_units(const std::optional<Decimal>& value, int places) {
    const auto whole = value ? value->scaled(places) : std::nullopt;
    return whole && whole->is_whole() ? std::optional(whole->mantissa()) : std::nullopt;
}

/// All numbers with the same places; nothing where a sum of them may go beyond 18 digits.
std::optional<ReadingConstraint> constraint_of(const EquationSums& sums) {
    ReadingConstraint made;
    made.places = sums.fixed ? sums.fixed->places() : 0;
    for (const auto& [choice, values] : sums.of_choice) {
        for (const auto& one : values) made.places = std::max(made.places, one ? one->places() : 0);
    }
    constexpr std::int64_t limit = 1'000'000'000'000'000'000;
    std::int64_t largest = 0;
    const auto take = [&](const std::optional<Decimal>& value) -> std::optional<std::int64_t> {
        const auto units = in_units(value, made.places);
        return units && *units<limit&& * units> - limit ? units : std::nullopt;
    };
    const auto fixed = take(sums.fixed);
    if (!fixed) return std::nullopt;
    made.fixed = *fixed;
    largest = std::abs(*fixed);
    for (const auto& [choice, values] : sums.of_choice) {
        ReadingShare share;
        share.choice = choice;
        std::int64_t most = 0;
        for (const auto& one : values) {
            const auto units = take(one);
            if (!units) return std::nullopt;
            share.of_reading.push_back(*units);
            most = std::max(most, std::abs(*units));
        }
        largest += most;
        if (largest >= limit) return std::nullopt;
        made.shares.push_back(std::move(share));
    }
    return made;
}

void set_bounds(ReadingConstraint& constraint) {
    std::int64_t least = 0;
    std::int64_t most = 0;
    for (auto share = constraint.shares.rbegin(); share != constraint.shares.rend(); ++share) {
        const auto [low, high] = std::minmax_element(share->of_reading.begin(), share->of_reading.end());
        share->least_after = least;
        share->most_after = most;
        share->least = least += *low;
        share->most = most += *high;
    }
}

bool may_become_zero(std::int64_t sum, std::int64_t least, std::int64_t most) {
    return sum + least <= 0 && sum + most >= 0;
}

}  // namespace

ReadingSearch::ReadingSearch(const Table& table) : table_(table), shares_(table.choices.size()) {
    const auto& equations = table.layout->equations;
    for (std::size_t e = 0; e < equations.size(); ++e) add_constraint(static_cast<int>(e), equations[e]);
}

void ReadingSearch::add_constraint(int index, const Equation& equation) {
    const auto sums = sums_of(equation, table_);
    if (!sums || sums->of_choice.empty()) return;
    auto constraint = constraint_of(*sums);
    if (!constraint) return;
    constraint->equation = index;
    set_bounds(*constraint);
    for (std::size_t i = 0; i < constraint->shares.size(); ++i)
        shares_[constraint->shares[i].choice].emplace_back(constraints_.size(), i);
    constraints_.push_back(std::move(*constraint));
}

ReadingSearch::Best ReadingSearch::find(std::optional<std::size_t> without, std::optional<HeldReading> held) {
    best_ = {};
    without_ = without;
    held_ = held;
    combination_.assign(table_.choices.size(), 0);
    sums_.clear();
    int broken = 0;
    for (std::size_t i = 0; i < constraints_.size(); ++i) {
        const ReadingConstraint& one = constraints_[i];
        const ReadingShare& first = one.shares.front();
        sums_.push_back(one.fixed);
        broken += without != i && !may_become_zero(one.fixed, first.least, first.most) ? 1 : 0;
    }
    try_choice(0, broken);
    return std::move(best_);
}

/// Adds the reading to the sums; how many constraints cannot hold with it that could before.
int ReadingSearch::take(std::size_t choice, std::size_t reading) {
    int broken = 0;
    for (const auto& [constraint, place] : shares_[choice]) {
        const ReadingShare& share = constraints_[constraint].shares[place];
        std::int64_t& sum = sums_[constraint];
        const bool could = may_become_zero(sum, share.least, share.most);
        sum += share.of_reading[reading];
        broken += could && without_ != constraint && !may_become_zero(sum, share.least_after, share.most_after) ? 1 : 0;
    }
    return broken;
}

void ReadingSearch::take_back(std::size_t choice, std::size_t reading) {
    for (const auto& [constraint, place] : shares_[choice])
        sums_[constraint] -= constraints_[constraint].shares[place].of_reading[reading];
}

/// `broken`: constraints that cannot hold with the choices before.
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
        try_choice(choice + 1, broken + take(choice, static_cast<std::size_t>(reading)));
        take_back(choice, static_cast<std::size_t>(reading));
    }
}

void ReadingSearch::keep_combination(int broken) {
    if (broken < best_.broken) best_.combinations.clear();
    best_.broken = broken;
    best_.combinations.push_back(combination_);
    best_.gave_up = best_.combinations.size() > most_remaining;
}

Decimal difference(const ReadingConstraint& constraint, const Combination& combination) {
    std::int64_t sum = constraint.fixed;
    for (const ReadingShare& share : constraint.shares)
        sum += share.of_reading[static_cast<std::size_t>(combination[share.choice])];
    return Decimal::of(sum, constraint.places).value_or(Decimal());
}

bool holds(const ReadingConstraint& constraint, const Combination& combination) {
    return difference(constraint, combination).is_zero();
}

}  // namespace gouji
