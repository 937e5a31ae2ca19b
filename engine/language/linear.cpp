// SPDX-License-Identifier: Apache-2.0
#include "engine/language/linear.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gouji {
namespace {

struct Line {
    bool linear = false;
    bool equation = false;
    std::vector<LinearEquation::Term> terms;
    Decimal constant;
};

constexpr int largest_factor = 1000;

void put(std::vector<LinearEquation::Term>& terms, LinearEquation::Term term) {
    const auto same = std::find_if(
        terms.begin(), terms.end(), [&](const auto& one) { return one.table == term.table && one.cell == term.cell; });
    if (same == terms.end()) terms.push_back(term);
    else same->factor += term.factor;
}

struct Linear {
    using Value = Line;

    Line number(const Program& program, std::size_t index) { return {true, false, {}, program.numbers[index]}; }
    Line truth(bool) { return {}; }
    Line text(const std::string&) { return {}; }
    Line cell(const Program&, const CellRef& ref) {
        if (ref.cell < 0 || ref.whose != Whose::own) return {};
        return {true, false, {{ref.table, ref.cell, 1}}, {}};
    }
    Line field(const FieldRef&) { return {}; }
    Line ask(const Question&) { return {}; }
    Line each(const Loop&) { return {}; }

    Line fold(Op op, const Line* values, std::size_t size) {
        if (op != Op::sum) return {};
        Line total{true, false, {}, {}};
        for (std::size_t i = 0; i < size; ++i) total = plus(std::move(total), values[i], 1);
        return total;
    }

    Line unary(Op op, Line only) { return op == Op::negate ? plus({true, false, {}, {}}, only, -1) : Line{}; }

    Line binary(Op op, Line left, Line right) {
        switch (op) {
            case Op::add: return plus(std::move(left), right, 1);
            case Op::subtract: return plus(std::move(left), right, -1);
            case Op::multiply: return times(std::move(left), std::move(right));
            case Op::equal: {
                Line made = plus(std::move(left), right, -1);
                made.equation = made.linear;
                made.linear = false;
                return made;
            }
            default: return {};
        }
    }

    /// By a whole constant; anything else is no sum.
    static Line times(Line left, Line right) {
        if (left.terms.empty()) std::swap(left, right);
        if (!left.linear || !right.linear || !right.terms.empty() || right.constant.places() != 0) return {};
        const std::int64_t factor = right.constant.mantissa();
        const auto constant = multiply(left.constant, right.constant);
        if (factor > largest_factor || factor < -largest_factor || !constant) return {};
        for (auto& term : left.terms) term.factor *= static_cast<int>(factor);
        left.constant = *constant;
        return left;
    }

    static Line plus(Line left, const Line& right, int factor) {
        const auto constant = add(left.constant, factor < 0 ? right.constant.negated() : right.constant);
        if (!left.linear || !right.linear || !constant) return {};
        for (const auto& term : right.terms) put(left.terms, {term.table, term.cell, term.factor * factor});
        left.constant = *constant;
        return left;
    }
};

}  // namespace

std::optional<LinearEquation> equation_of(const Program& program) {
    if (program.code.empty() || program.code.back().op != Op::equal) return std::nullopt;  // what decides comes last
    Linear meaning;
    std::vector<Line> stack;
    Line made = run(program, meaning, stack);
    if (!made.equation) return std::nullopt;
    LinearEquation equation;
    for (const auto& term : made.terms) {
        if (term.factor > largest_factor || term.factor < -largest_factor) return std::nullopt;
        if (term.factor != 0) equation.terms.push_back(term);
    }
    if (equation.terms.empty()) return std::nullopt;
    equation.constant = made.constant.negated();
    return equation;
}

}  // namespace gouji
