// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/choose.hpp"

#include "engine/check/readings/infer.hpp"
#include "engine/check/readings/plain_counts.hpp"
#include "engine/check/readings/private_reading_search.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>

namespace gouji {
namespace {

/// The sum of what the broken constraints are off by.
Decimal distance(const ReadingSearch& search, const Combination& combination) {
    Decimal total;
    for (const auto& constraint : search.constraints()) {
        const auto sum = add(total, difference(constraint, combination).absolute());
        if (!sum) return Decimal(std::numeric_limits<std::int64_t>::max());
        total = *sum;
    }
    return total;
}

Words places_of(const Table& table, const ReadingSearch& search, const Combination& combination) {
    std::string names;
    for (const auto& constraint : search.constraints()) {
        if (holds(constraint, combination)) continue;
        const Equation& equation = table.layout->equations[static_cast<std::size_t>(constraint.equation)];
        names += (names.empty() ? "" : "、") + equation.place.zh;
    }
    return same(names);
}

void set_aside(Table& table, ReadingSearch& search, std::size_t choice, int reading) {
    const auto own = search.find(std::nullopt, std::pair{choice, reading});
    if (own.combinations.empty()) return;
    table.choices[choice].readings[static_cast<std::size_t>(reading)].set_aside = fill(
        "此读法至少使 {own} 条关系不成立（{places}），其余读法最少只有 {best} 条。",
        "This reading breaks at least {own} {own|relation|relations} ({places}); the best reading breaks only {best}.",
        {{"own", same(std::to_string(own.broken))}, {"places", places_of(table, search, own.combinations.front())},
            {"best", same(std::to_string(table.least_broken))}});
}

void find_evidence(Table& table, ReadingSearch& search) {
    for (std::size_t i = 0; i < search.constraints().size(); ++i) {
        const ReadingConstraint& constraint = search.constraints()[i];
        const auto fits = [&](const Combination& one) { return holds(constraint, one); };
        if (!std::all_of(table.remaining.begin(), table.remaining.end(), fits)) continue;
        const auto without = search.find(i, std::nullopt);
        if (without.gave_up || std::all_of(without.combinations.begin(), without.combinations.end(), fits)) continue;
        table.add_evidence(constraint.equation);
    }
}

void put_preferred(Table& table, const Combination& preferred) {
    for (std::size_t c = 0; c < table.choices.size(); ++c) {
        Choice& choice = table.choices[c];
        choice.preferred = preferred[c];
        const auto& reading = choice.readings[static_cast<std::size_t>(preferred[c])];
        put_reading(table, choice, reading);
        for (std::size_t place = 0; place < choice.cells.size(); ++place) {
            Cell& cell = table.cells[static_cast<std::size_t>(choice.cells[place])];
            cell.certain = table.searched
                && std::all_of(table.remaining.begin(), table.remaining.end(), [&](const Combination& one) {
                       return choice.readings[static_cast<std::size_t>(one[c])].values[place] == cell.value;
                   });
        }
    }
}

/// Every reading that no remaining combination has is set aside.
void set_others_aside(Table& table, ReadingSearch& search) {
    for (std::size_t c = 0; c < table.choices.size(); ++c) {
        for (int reading = 0; reading < static_cast<int>(table.choices[c].readings.size()); ++reading) {
            table.choices[c].readings[static_cast<std::size_t>(reading)].set_aside.reset();  // of an earlier search
            const bool remains = std::any_of(table.remaining.begin(), table.remaining.end(),
                [&](const Combination& combination) { return combination[c] == reading; });
            if (!remains) set_aside(table, search, c, reading);
        }
    }
}

void choose(Table& table) {
    ReadingSearch search(table);
    auto best = search.find(std::nullopt, std::nullopt);
    Combination preferred(table.choices.size(), 0);
    table.searched = !best.gave_up;
    if (table.searched) {
        table.least_broken = best.broken;
        table.remaining = std::move(best.combinations);
        preferred = *std::min_element(table.remaining.begin(), table.remaining.end(),
            [&](const Combination& a, const Combination& b) { return distance(search, a) < distance(search, b); });
        set_others_aside(table, search);
        find_evidence(table, search);
    }
    put_preferred(table, preferred);
}

/// Whether the equation holds with what `value_of` says of its cells. An equation with a missing figure breaks nothing.
template <class ValueOf>
bool holds_with(const Table& table, const Equation& equation, const ValueOf& value_of) {
    Decimal sum;
    for (const auto& term : equation.terms) {
        if (table.cell(term.cell).presence != Presence::number) return true;
        const auto product = multiply(value_of(term.cell), Decimal(term.factor));
        const auto next = product ? add(sum, *product) : std::nullopt;
        if (!next) return false;
        sum = *next;
    }
    return sum == equation.constant;
}

bool breaks_any(const Table& table) {
    return !std::all_of(table.layout->equations.begin(), table.layout->equations.end(), [&](const Equation& one) {
        return holds_with(table, one, [&](int cell) -> const Decimal& { return table.cell(cell).value; });
    });
}

/// The equations that speak of some cells, tried with other figures in these cells.
class DoubtTrial {
public:
    DoubtTrial(const Table& table, const std::vector<int>& cells) : table_(table), cells_(cells) {
        for (const Equation& one : table.layout->equations) {
            const bool touches = std::any_of(one.terms.begin(), one.terms.end(),
                [&](const auto& term) { return std::find(cells.begin(), cells.end(), term.cell) != cells.end(); });
            if (touches) equations_.push_back(&one);
        }
    }

    /// How many of the equations do not hold; without values, with the figures as they are.
    [[nodiscard]] int broken(std::span<const Decimal> values) {
        values_ = values;
        return static_cast<int>(std::count_if(equations_.begin(), equations_.end(), [&](const Equation* one) {
            return !holds_with(table_, *one, [&](int cell) -> const Decimal& { return value(cell); });
        }));
    }

private:
    const Decimal& value(int cell) const {
        if (!values_.empty()) {
            const auto place = std::find(cells_.begin(), cells_.end(), cell);
            if (place != cells_.end()) return values_[static_cast<std::size_t>(place - cells_.begin())];
        }
        return table_.cell(cell).value;
    }

    const Table& table_;
    const std::vector<int>& cells_;
    std::vector<const Equation*> equations_;
    std::span<const Decimal> values_;
};

/// The choice of these cells; a new one has the figures as they are for its first reading.
Choice& choice_of(const std::vector<int>& cells, Table& table) {
    const auto known = std::find_if(
        table.choices.begin(), table.choices.end(), [&](const Choice& choice) { return choice.cells == cells; });
    if (known != table.choices.end()) return *known;
    Choice own{cells, {{}}, 0};
    for (const int cell : cells) {
        own.readings[0].values.push_back(table.cell(cell).value);
        own.readings[0].spans.push_back(table.cell(cell).span);
    }
    return table.choices.emplace_back(std::move(own));
}

/// A row that was divided by its own total may itself be wrong: where relations are broken, its other divisions are
/// readings too if they break no more of them. True when there are such readings.
bool admit_doubts(Table& table) {
    constexpr std::size_t most_admitted = 16;
    bool has_admitted = false;
    for (const Doubt& doubt : table.doubts) {
        DoubtTrial trial(table, doubt.cells);
        const int now = trial.broken({});
        if (now == 0) continue;
        std::vector<Choice::Reading> admitted;
        const std::size_t places = doubt.cells.size();
        for (std::size_t at = 0; at < doubt.values.size() && admitted.size() < most_admitted; at += places) {
            const auto values = std::span(doubt.values).subspan(at, places);
            const auto spans = std::span(doubt.spans).subspan(at, places);
            if (trial.broken(values) <= now)
                admitted.push_back({{values.begin(), values.end()}, {spans.begin(), spans.end()}, {}});
        }
        if (admitted.empty()) continue;
        has_admitted = true;
        Choice& choice = choice_of(doubt.cells, table);
        choice.readings.insert(choice.readings.end(), admitted.begin(), admitted.end());
    }
    return has_admitted;
}

/// Where relations break and the other divisions of a row could not be listed, its cells may be wrong.
void mark_unlisted(Table& table) {
    for (const Doubt& doubt : table.doubts) {
        if (!doubt.others_unknown || DoubtTrial(table, doubt.cells).broken({}) == 0) continue;
        for (const int cell : doubt.cells) table.cells[static_cast<std::size_t>(cell)].certain = false;
    }
}

}  // namespace

void put_reading(Table& table, const Choice& choice, const Choice::Reading& reading) {
    for (std::size_t place = 0; place < choice.cells.size(); ++place) {
        Cell& cell = table.cells[static_cast<std::size_t>(choice.cells[place])];
        cell.value = reading.values[place];
        cell.span = reading.spans[place];
        cell.raw = reading.values[place].to_string();
    }
}

void choose_readings(Filing& filing) {
    const auto settle = [](Table& table) {
        if (!table.choices.empty()) choose(table);
        if (!table.doubts.empty() && breaks_any(table)) {
            if (admit_doubts(table)) choose(table);
            mark_unlisted(table);
        }
        table.doubts.clear();
    };
    for (Table& table : filing.tables) {
        if (!table.layout) continue;
        settle(table);
        for (Table& again : table.repeats) settle(again);
    }
    infer_cells(filing);
    prepare_counts(filing);
}

}  // namespace gouji
