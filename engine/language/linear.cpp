// SPDX-License-Identifier: Apache-2.0
#include "engine/language/linear.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gouji {
namespace {

struct LinearSide {
    bool linear = false;
    bool equation = false;
    std::vector<LinearEquation::CellTerm> terms;
    Decimal constant;
};

constexpr int largest_factor = 1000;

void add_term(std::vector<LinearEquation::CellTerm>& terms, LinearEquation::CellTerm term) {
    const auto same = std::find_if(
        terms.begin(), terms.end(), [&](const auto& one) { return one.table == term.table && one.cell == term.cell; });
    if (same == terms.end()) terms.push_back(term);
    else same->factor += term.factor;
}

struct LinearMeaning {
    using Value = LinearSide;

    LinearSide number(const Program& program, std::size_t index) { return {true, false, {}, program.numbers[index]}; }
    LinearSide truth(bool) { return {}; }
    LinearSide text(const std::string&) { return {}; }
    LinearSide cell(const Program&, const CellRef& ref) {
        if (ref.cell < 0 || ref.whose != Whose::own) return {};
        return {true, false, {{ref.table, ref.cell, 1}}, {}};
    }
    LinearSide field(const FieldRef&) { return {}; }
    LinearSide ask(const Question&) { return {}; }
    LinearSide each(const Loop&) { return {}; }

    LinearSide fold(Op op, const LinearSide* values, std::size_t size) {
        if (op != Op::sum) return {};
        LinearSide total{true, false, {}, {}};
        for (std::size_t i = 0; i < size; ++i) total = plus(std::move(total), values[i], 1);
        return total;
    }

    LinearSide unary(Op op, LinearSide only) {
        return op == Op::negate ? plus({true, false, {}, {}}, only, -1) : LinearSide{};
    }

    LinearSide binary(Op op, LinearSide left, LinearSide right) {
        switch (op) {
            case Op::add: return plus(std::move(left), right, 1);
            case Op::subtract: return plus(std::move(left), right, -1);
            case Op::multiply: return times(std::move(left), std::move(right));
            case Op::equal: {
                LinearSide difference = plus(std::move(left), right, -1);
                difference.equation = difference.linear;
                difference.linear = false;
                return difference;
            }
            default: return {};
        }
    }

    /// By a whole constant; anything else is not a sum.
    static LinearSide times(LinearSide left, LinearSide right) {
        if (left.terms.empty()) std::swap(left, right);
        if (!left.linear || !right.linear || !right.terms.empty() || right.constant.places() != 0) return {};
        const std::int64_t factor = right.constant.mantissa();
        const auto constant = multiply(left.constant, right.constant);
        if (factor > largest_factor || factor < -largest_factor || !constant) return {};
        for (auto& term : left.terms) term.factor *= static_cast<int>(factor);
        left.constant = *constant;
        return left;
    }

    static LinearSide plus(LinearSide left, const LinearSide& right, int factor) {
        const auto constant = add(left.constant, factor < 0 ? right.constant.negated() : right.constant);
        if (!left.linear || !right.linear || !constant) return {};
        for (const auto& term : right.terms) add_term(left.terms, {term.table, term.cell, term.factor * factor});
        left.constant = *constant;
        return left;
    }
};

}  // namespace

std::optional<LinearEquation> equation_of(const Program& program) {
    if (program.code.empty() || program.code.back().op != Op::equal) return std::nullopt;  // the comparison comes last
    LinearMeaning meaning;
    std::vector<LinearSide> stack;
    LinearSide stated = run(program, meaning, stack);
    if (!stated.equation) return std::nullopt;
    LinearEquation equation;
    for (const auto& term : stated.terms) {
        if (term.factor > largest_factor || term.factor < -largest_factor) return std::nullopt;
        if (term.factor != 0) equation.terms.push_back(term);
    }
    if (equation.terms.empty()) return std::nullopt;
    equation.constant = stated.constant.negated();
    return equation;
}

}  // namespace gouji
