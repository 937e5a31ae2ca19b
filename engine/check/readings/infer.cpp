// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/infer.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace gouji {
namespace {

bool is_empty(const Cell& cell) {
    return cell.presence == Presence::blank || cell.presence == Presence::dash || cell.presence == Presence::slash;
}

/// An equation with its known figures added up.
struct Balance {
    std::int64_t known = 0;
    std::vector<Equation::Term> open;
    bool usable = true;
};

Balance balance_of(const Equation& equation, const Table& table) {
    Balance made;
    made.usable = equation.constant.is_zero();
    for (const Equation::Term& term : equation.terms) {
        const Cell& cell = table.cell(term.cell);
        const bool number = cell.presence == Presence::number && cell.certain;
        if (!number && !cell.inferred && is_empty(cell)) {
            made.open.push_back(term);
            continue;
        }
        const Decimal value = number ? cell.value : cell.inferred.value_or(Decimal());
        const bool plain = (number || cell.inferred) && value.places() == 0 && value.mantissa() < PlainCounts::most
            && value.mantissa() > -PlainCounts::most;
        made.usable = made.usable && plain;
        if (plain) made.known += term.factor * value.mantissa();
    }
    return made;
}

void put(Table& table, int cell, std::int64_t value, bool computed) {
    Cell& place = table.cells[static_cast<std::size_t>(cell)];
    place.inferred = Decimal(value);
    place.computed = computed;
}

/// True when the equation proved something new.
bool prove_zeros(const Equation& equation, Table& table) {
    const Balance balance = balance_of(equation, table);
    if (!balance.usable || balance.open.empty() || balance.known != 0) return false;
    const bool positive = balance.open.front().factor > 0;
    if (!std::all_of(balance.open.begin(), balance.open.end(),
            [&](const Equation::Term& one) { return (one.factor > 0) == positive; }))
        return false;
    for (const Equation::Term& one : balance.open) put(table, one.cell, 0, false);
    return true;
}

/// A count that comes out below zero is no count: the relation is broken, and gives nothing.
bool compute(const Equation& equation, Table& table) {
    const Balance balance = balance_of(equation, table);
    if (!balance.usable || balance.open.size() != 1) return false;
    const int factor = balance.open.front().factor;
    if ((factor != 1 && factor != -1) || -balance.known * factor < 0) return false;
    put(table, balance.open.front().cell, -balance.known * factor, true);
    return true;
}

/// Relations that do not hold with what was inferred contradict those that it came from: nothing is proved.
void drop_contradicted(Table& table) {
    std::vector<int> dropped;
    for (const Equation& one : table.layout->equations) {
        const Balance balance = balance_of(one, table);
        if (!balance.usable || !balance.open.empty() || balance.known == 0) continue;
        for (const Equation::Term& term : one.terms) dropped.push_back(term.cell);
    }
    for (const int cell : dropped) table.cells[static_cast<std::size_t>(cell)].inferred.reset();
}

template <class Step>
bool any_step(Table& table, const Step& step) {
    bool moved = false;
    for (const Equation& one : table.layout->equations) moved = step(one, table) || moved;
    return moved;
}

}  // namespace

void infer_cells(Filing& filing) {
    for (Table& table : filing.tables) {
        if (!table.layout || std::none_of(table.cells.begin(), table.cells.end(), is_empty)) continue;
        // Zeros first: they rest on figures alone. Each round settles a cell, or is the last.
        while (any_step(table, prove_zeros)) {
        }
        while (any_step(table, compute) || any_step(table, prove_zeros)) {
        }
        drop_contradicted(table);
    }
}

}  // namespace gouji
