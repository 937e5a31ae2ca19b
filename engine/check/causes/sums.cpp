// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/private_rule_walk.hpp"
#include "engine/check/causes/private_sums.hpp"
#include "engine/model/cell_unit.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr int most_places = 4;

/// The number counted in its last place of so many; nothing when it has more of them.
std::optional<std::int64_t> whole_in(const Decimal& value, int places) {
    const auto scaled = value.scaled(places);
    if (!scaled || !scaled->is_whole()) return std::nullopt;
    std::int64_t whole = scaled->mantissa();
    for (int place = 0; place < scaled->places(); ++place) whole /= 10;
    return whole;
}

}  // namespace

SumCells::SumCells(const Filing& filing) : filing_(filing) {
    for (const Table& table : filing.tables) {
        for (const Cell& cell : table.cells) {
            if (table.layout && cell.presence == Presence::number)
                places_ = std::max(places_, std::min(most_places, cell.value.places()));
        }
    }
}

std::optional<int> SumCells::variable(const Table& table, int cell, bool empty_is_zero) {
    const auto index = static_cast<std::size_t>(&table - filing_.tables.data());
    if (const auto known = variables_.find({index, cell}); known != variables_.end()) return known->second;
    const Cell& own = table.cell(cell);
    std::optional<Decimal> value;
    if (own.presence == Presence::number) value = own.value;
    else if (own.presence != Presence::unreadable && own.presence != Presence::absent)
        value = own.inferred ? own.inferred : empty_is_zero ? std::optional(Decimal(0)) : std::nullopt;
    if (!value || value->places() > places_) return std::nullopt;
    const auto whole = whole_in(*value, places_);
    if (!whole || Decimal(*whole).absolute() > Decimal(PlainCounts::most * 10'000)) return std::nullopt;
    cells_.push_back({index, cell, *whole});
    return variables_[{index, cell}] = static_cast<int>(cells_.size()) - 1;
}

std::vector<std::int64_t> SumCells::values() const {
    std::vector<std::int64_t> all;
    for (const Own& one : cells_) all.push_back(one.value);
    return all;
}

const Cell& SumCells::cell_of(const Own& own) const { return filing_.tables[own.table].cell(own.cell); }

Decimal SumCells::decimal(std::int64_t value) const {
    int places = places_;
    for (; places > 0 && value % 10 == 0; --places) value /= 10;
    return places == 0 ? Decimal(value) : Decimal(value).scaled(-places).value_or(Decimal(value));
}

std::optional<std::int64_t> SumCells::printed(int variable) const {
    const Own& own = cells_[static_cast<std::size_t>(variable)];
    return cell_of(own).presence == Presence::number ? std::optional(own.value) : std::nullopt;
}

std::vector<std::int64_t> SumCells::beside(int variable) const {
    const Own& own = cells_[static_cast<std::size_t>(variable)];
    const int columns = filing_.tables[own.table].column_names().leaf_count();
    std::vector<std::int64_t> found;
    for (const int step : {-1, 1, -columns, columns}) {
        const bool wraps = (step == -1 && own.cell % columns == 0) || (step == 1 && own.cell % columns == columns - 1);
        const auto other = variables_.find({own.table, own.cell + step});
        if (!wraps && other != variables_.end() && printed(other->second)) found.push_back(value(other->second));
    }
    return found;
}

std::vector<std::vector<std::vector<int>>> SumCells::rows() const {
    std::vector<std::vector<std::vector<int>>> all;
    for (std::size_t t = 0; t < filing_.tables.size(); ++t) {
        const TableForm* layout = filing_.tables[t].layout;
        if (!layout) continue;
        all.emplace_back();
        for (int row = 0; row < layout->rows.leaf_count(); ++row) {
            std::vector<int> made;
            const std::vector<int> columns = layout->columns_of(row);
            for (const int column : columns) {
                const auto found = variables_.find({t, layout->cell(row, column)});
                if (found != variables_.end()) made.push_back(found->second);
            }
            if (made.size() == columns.size() && made.size() > 1) all.back().push_back(std::move(made));
        }
    }
    return all;
}

std::vector<std::int64_t> SumCells::left_for(const std::vector<Sum>& sums, int variable, const Repair& others) const {
    std::vector<std::int64_t> found;
    for (const Sum& sum : sums) {
        const auto own =
            std::find_if(sum.terms.begin(), sum.terms.end(), [&](const auto& term) { return term.first == variable; });
        if (own == sum.terms.end()) continue;
        std::int64_t rest = sum.constant;
        for (const auto& [other, factor] : sum.terms) {
            if (other == variable) continue;
            const auto changed = std::find_if(others.begin(), others.end(),
                [&, which = other](const CellChange& one) { return one.variable == which; });
            rest -= factor * (changed == others.end() ? value(other) : changed->value);
        }
        if (rest % own->second != 0 || rest / own->second < 0) continue;
        if (std::find(found.begin(), found.end(), rest / own->second) == found.end())
            found.push_back(rest / own->second);
    }
    return found;
}

Suspect SumCells::suspect(const CellChange& change) const {
    const Own& own = cells_[static_cast<std::size_t>(change.variable)];
    const Table& table = filing_.tables[own.table];
    const Cell& cell = cell_of(own);
    const int columns = table.column_names().leaf_count();
    Suspect made;
    made.at.table = table.name;
    made.at.row = table.row_names().leaf(own.cell / columns).path;
    made.at.column = table.column_names().leaf(own.cell % columns).path;
    made.name = table.name + "[" + made.at.row + ", " + made.at.column + "]";
    made.printed = cell.presence == Presence::number ? cell.value.to_string() : std::string(name_of(cell.presence));
    made.expected = decimal(change.value);
    made.span = cell.span;
    return made;
}

void SumCells::put(Filing& filing, const CellChange& change) const {
    const Own& own = cells_[static_cast<std::size_t>(change.variable)];
    Cell& cell = filing.tables[own.table].cells[static_cast<std::size_t>(own.cell)];
    cell.presence = Presence::number;
    cell.value = decimal(change.value);
    cell.inferred.reset();
}

namespace {

/// The sums that instances state over cells with values.
class SumVisitor : public RuleVisitor {
public:
    explicit SumVisitor(SumCells& cells) : cells_(cells) {}

    void visit_instance(const BoundInstance& bound) override {
        if (!bound.instance.equation) return;
        if (auto sum = sum_of(*bound.instance.equation, bound)) sums.push_back(std::move(*sum));
    }

    std::vector<Sum> sums;

private:
    std::optional<Sum> sum_of(const LinearEquation& equation, const BoundInstance& bound) {
        Sum sum;
        std::optional<std::string> unit;
        std::int64_t slack = 0;
        for (const auto& term : equation.terms) {
            const Table* table = bound.scope.own[static_cast<std::size_t>(term.table)].table;
            if (!table) return std::nullopt;
            const Cell& cell = table->cell(term.cell);
            if (cell.presence == Presence::number) {
                const std::string& own = unit_of_cell(*table, term.cell);
                if (unit && *unit != own) return std::nullopt;
                unit = own;
                if (bound.instance.tolerant) slack += std::abs(term.factor) * last_place(cell.value);
            }
            const Missing policy = bound.rule.missing[static_cast<std::size_t>(cell.presence)];
            const bool empty_is_zero = policy == Missing::zero || policy == Missing::skip;
            const auto variable = cells_.variable(*table, term.cell, empty_is_zero);
            if (!variable) return std::nullopt;
            sum.terms.emplace_back(*variable, term.factor);
        }
        const auto constant = whole_in(equation.constant, cells_.places());
        if (!constant) return std::nullopt;
        sum.constant = *constant;
        sum.slack = slack / 2;
        return sum;
    }

    /// One in the last place that is printed, counted in the smallest place that occurs.
    [[nodiscard]] std::int64_t last_place(const Decimal& value) const {
        if (value.is_zero() && value.places() == 0) return 0;  // it was not rounded
        std::int64_t one = 1;
        for (int place = value.places(); place < cells_.places(); ++place) one *= 10;
        return one;
    }

    SumCells& cells_;
};

}  // namespace

std::vector<Sum> sums_of(const Case& asked, const Catalogue& catalogue, SumCells& cells) {
    RuleWalk walk(asked, catalogue);
    SumVisitor visitor(cells);
    for (const auto& rules : catalogue.reported) walk.visit(rules.first, rules.second, visitor);
    for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
        if (catalogue.rules[r].relation && !catalogue.rules[r].reported) walk.visit(r, r + 1, visitor);
    }
    return std::move(visitor.sums);
}

}  // namespace gouji
