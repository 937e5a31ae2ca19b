// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/choose.hpp"

#include "engine/check/readings/infer.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace gouji {
namespace {

constexpr int most_steps = 2'000'000;
constexpr std::size_t most_remaining = 4096;

/// An equation with its certain figures added up, and its uncertain ones as places in choices.
struct Constraint {
    int equation = 0;
    Decimal fixed;  ///< sum of the certain terms minus the constant
    struct Term {
        std::size_t choice = 0;
        std::size_t place = 0;  ///< in the choice
        int factor = 0;
    };
    std::vector<Term> terms;
    std::size_t last = 0;  ///< the choice with which it is complete
};

class Search {
public:
    explicit Search(const Table& table) : table_(table) { collect(); }

    [[nodiscard]] const std::vector<Constraint>& constraints() const { return constraints_; }

    struct Best {
        int broken = std::numeric_limits<int>::max();
        std::vector<Combination> combinations;
        bool gave_up = false;
    };

    /// The combinations that break the fewest constraints, leaving one out, or holding one choice to one reading.
    Best find(std::optional<std::size_t> without, std::optional<std::pair<std::size_t, int>> held) {
        best_ = {};
        without_ = without;
        held_ = held;
        combination_.assign(table_.choices.size(), 0);
        step(0, 0);
        return std::move(best_);
    }

    /// How far the constraint is from holding; nothing past 18 digits.
    [[nodiscard]] std::optional<Decimal> difference(
        const Constraint& constraint, const Combination& combination) const {
        std::optional<Decimal> sum = constraint.fixed;
        for (const auto& term : constraint.terms) {
            const auto& choice = table_.choices[term.choice];
            const Decimal& value =
                choice.readings[static_cast<std::size_t>(combination[term.choice])].values[term.place];
            const auto product = multiply(value, Decimal(term.factor));
            sum = sum && product ? add(*sum, *product) : std::nullopt;
        }
        return sum;
    }

    [[nodiscard]] bool holds(const Constraint& constraint, const Combination& combination) const {
        const auto rest = difference(constraint, combination);
        return rest && rest->is_zero();
    }

private:
    void collect() {
        const auto& equations = table_.layout->equations;
        for (std::size_t e = 0; e < equations.size(); ++e) {
            Constraint made;
            made.equation = static_cast<int>(e);
            std::optional<Decimal> fixed = equations[e].constant.negated();
            for (const auto& term : equations[e].terms) {
                if (!fixed || table_.cell(term.cell).presence != Presence::number) {
                    fixed.reset();
                    break;
                }
                if (const auto place = find_place(term.cell)) {
                    made.terms.push_back({place->first, place->second, term.factor});
                    made.last = std::max(made.last, place->first);
                } else {
                    const auto product = multiply(table_.cell(term.cell).value, Decimal(term.factor));
                    fixed = product ? add(*fixed, *product) : std::nullopt;
                }
            }
            if (!fixed || made.terms.empty()) continue;
            made.fixed = *fixed;
            constraints_.push_back(std::move(made));
        }
    }

    std::optional<std::pair<std::size_t, std::size_t>> find_place(int cell) const {
        for (std::size_t c = 0; c < table_.choices.size(); ++c) {
            const auto& cells = table_.choices[c].cells;
            const auto found = std::find(cells.begin(), cells.end(), cell);
            if (found != cells.end()) return std::pair{c, static_cast<std::size_t>(found - cells.begin())};
        }
        return std::nullopt;
    }

    void step(std::size_t choice, int broken) {
        if (best_.gave_up || broken > best_.broken) return;
        if (choice == table_.choices.size()) {
            if (broken < best_.broken) best_.combinations.clear();
            best_.broken = broken;
            best_.combinations.push_back(combination_);
            best_.gave_up = best_.combinations.size() > most_remaining;
            return;
        }
        const int readings = static_cast<int>(table_.choices[choice].readings.size());
        for (int reading = 0; reading < readings; ++reading) {
            if (held_ && held_->first == choice && held_->second != reading) continue;
            if (++steps_ > most_steps) {
                best_.gave_up = true;
                return;
            }
            combination_[choice] = reading;
            int more = 0;
            for (std::size_t i = 0; i < constraints_.size(); ++i) {
                const bool complete = constraints_[i].last == choice && without_ != i;
                more += complete && !holds(constraints_[i], combination_) ? 1 : 0;
            }
            step(choice + 1, broken + more);
        }
    }

    const Table& table_;
    std::vector<Constraint> constraints_;
    Best best_;
    Combination combination_;
    std::optional<std::size_t> without_;
    std::optional<std::pair<std::size_t, int>> held_;
    int steps_ = 0;
};

/// The sum of what the broken constraints are off by.
Decimal distance(const Search& search, const Combination& combination) {
    Decimal total;
    for (const auto& constraint : search.constraints()) {
        const auto rest = search.difference(constraint, combination);
        const auto sum = rest ? add(total, rest->absolute()) : std::nullopt;
        if (!sum) return Decimal(std::numeric_limits<std::int64_t>::max());
        total = *sum;
    }
    return total;
}

Words places_of(const Table& table, const Search& search, const Combination& combination) {
    std::string names;
    for (const auto& constraint : search.constraints()) {
        if (search.holds(constraint, combination)) continue;
        const Equation& equation = table.layout->equations[static_cast<std::size_t>(constraint.equation)];
        names += (names.empty() ? "" : "、") + equation.place.zh;
    }
    return same(names);
}

void set_aside(Table& table, Search& search, std::size_t choice, int reading) {
    const auto own = search.find(std::nullopt, std::pair{choice, reading});
    if (own.combinations.empty()) return;
    table.choices[choice].readings[static_cast<std::size_t>(reading)].set_aside =
        fill("此读法至少使 {own} 条关系不成立（{places}），其余读法最少只有 {best} 条。",
            "This reading breaks at least {own} relations ({places}), the best only {best}.",
            {{"own", same(std::to_string(own.broken))}, {"places", places_of(table, search, own.combinations.front())},
                {"best", same(std::to_string(table.least_broken))}});
}

void find_evidence(Table& table, Search& search) {
    for (std::size_t i = 0; i < search.constraints().size(); ++i) {
        const Constraint& constraint = search.constraints()[i];
        const auto holds = [&](const Combination& one) { return search.holds(constraint, one); };
        if (!std::all_of(table.remaining.begin(), table.remaining.end(), holds)) continue;
        const auto without = search.find(i, std::nullopt);
        if (without.gave_up || std::all_of(without.combinations.begin(), without.combinations.end(), holds)) continue;
        if (std::find(table.evidence.begin(), table.evidence.end(), constraint.equation) == table.evidence.end())
            table.evidence.push_back(constraint.equation);
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

void choose(Table& table) {
    Search search(table);
    auto best = search.find(std::nullopt, std::nullopt);
    Combination preferred(table.choices.size(), 0);
    table.searched = !best.gave_up;
    if (table.searched) {
        table.least_broken = best.broken;
        table.remaining = std::move(best.combinations);
        preferred = *std::min_element(table.remaining.begin(), table.remaining.end(),
            [&](const Combination& a, const Combination& b) { return distance(search, a) < distance(search, b); });
        for (std::size_t c = 0; c < table.choices.size(); ++c) {
            for (int reading = 0; reading < static_cast<int>(table.choices[c].readings.size()); ++reading) {
                table.choices[c].readings[static_cast<std::size_t>(reading)].set_aside.reset();  // of an earlier search
                const bool kept = std::any_of(table.remaining.begin(), table.remaining.end(),
                    [&](const Combination& one) { return one[c] == reading; });
                if (!kept) set_aside(table, search, c, reading);
            }
        }
        find_evidence(table, search);
    }
    put_preferred(table, preferred);
}

/// The equations that speak of some cells, tried with other figures in these cells.
class Trial {
public:
    Trial(const Table& table, const std::vector<int>& cells) : table_(table), cells_(cells) {
        for (const Equation& one : table.layout->equations) {
            const bool touches = std::any_of(one.terms.begin(), one.terms.end(),
                [&](const auto& term) { return std::find(cells.begin(), cells.end(), term.cell) != cells.end(); });
            if (touches) equations_.push_back(&one);
        }
    }

    /// How many of the equations do not hold; without values, with the figures as they are.
    [[nodiscard]] int broken(const std::vector<Decimal>* values) {
        values_ = values;
        return static_cast<int>(
            std::count_if(equations_.begin(), equations_.end(), [&](const Equation* one) { return !holds(*one); }));
    }

private:
    /// An equation with a missing figure breaks nothing.
    bool holds(const Equation& equation) const {
        Decimal sum;
        for (const auto& term : equation.terms) {
            if (table_.cell(term.cell).presence != Presence::number) return true;
            const auto product = multiply(value(term.cell), Decimal(term.factor));
            const auto next = product ? add(sum, *product) : std::nullopt;
            if (!next) return false;
            sum = *next;
        }
        return sum == equation.constant;
    }

    const Decimal& value(int cell) const {
        if (values_) {
            const auto place = std::find(cells_.begin(), cells_.end(), cell);
            if (place != cells_.end()) return (*values_)[static_cast<std::size_t>(place - cells_.begin())];
        }
        return table_.cell(cell).value;
    }

    const Table& table_;
    const std::vector<int>& cells_;
    std::vector<const Equation*> equations_;
    const std::vector<Decimal>* values_ = nullptr;
};

/// A row that was divided by its own total may itself be wrong: where relations are broken, its other divisions are
/// readings too if they break no more of them. True when there are such readings.
bool admit_doubts(Table& table) {
    constexpr std::size_t most_admitted = 16;
    bool admitted = false;
    for (const Doubt& doubt : table.doubts) {
        Trial trial(table, doubt.cells);
        const int now = trial.broken(nullptr);
        if (now == 0) continue;
        std::vector<Choice::Reading> good;
        for (const auto& other : doubt.others) {
            if (good.size() < most_admitted && trial.broken(&other.values) <= now) good.push_back(other);
        }
        if (good.empty()) continue;
        admitted = true;
        auto choice = std::find_if(
            table.choices.begin(), table.choices.end(), [&](const Choice& one) { return one.cells == doubt.cells; });
        if (choice == table.choices.end()) {
            Choice own{doubt.cells, {{}}, 0};
            for (const int index : doubt.cells) {
                own.readings[0].values.push_back(table.cell(index).value);
                own.readings[0].spans.push_back(table.cell(index).span);
            }
            choice = table.choices.insert(table.choices.end(), std::move(own));
        }
        choice->readings.insert(choice->readings.end(), good.begin(), good.end());
    }
    return admitted;
}

/// Where relations break and the other divisions of a row could not be listed, its cells may be wrong.
void mark_unlisted(Table& table) {
    for (const Doubt& doubt : table.doubts) {
        if (!doubt.others_unknown || Trial(table, doubt.cells).broken(nullptr) == 0) continue;
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
        if (admit_doubts(table)) choose(table);
        mark_unlisted(table);
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
