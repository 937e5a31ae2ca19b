// SPDX-License-Identifier: Apache-2.0
#include "engine/language/evaluate.hpp"

#include "engine/base/calendar.hpp"

#include <optional>

namespace gouji {
namespace {

using Kind = Value::Kind;

Value of(const std::optional<Fraction>& number) { return number ? Value::of(*number) : Value::of(Kind::overflow); }

/// Looks for the first value among the others: one that is equal decides, one that is missing leaves it open.
Value member(const Value* values, std::size_t size) {
    bool missing = !values[0].is_known();
    for (std::size_t i = 1; i < size; ++i) {
        const Value same = apply(Op::equal, values[0], values[i]);
        if (same.is_true()) return same;
        missing = missing || !same.is_truth();
    }
    return missing ? Value{} : Value::of(false);
}

/// One value that decides is enough: false for `all`, true for `any`.
Value logic(const Value* values, std::size_t size, bool deciding) {
    bool open = false;
    for (std::size_t i = 0; i < size; ++i) {
        if (values[i].is_truth() && values[i].truth == deciding) return Value::of(deciding);
        open = open || !values[i].is_truth();
    }
    return open ? Value{} : Value::of(!deciding);
}

Value count_true(const Value* values, std::size_t size) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (!values[i].is_truth()) return {};
        count += values[i].truth ? 1 : 0;
    }
    return Value::of(Fraction(count));
}

Value total(Op op, const Value* values, std::size_t size) {
    Fraction sum;
    std::int64_t counted = 0;
    bool missing = false;
    for (std::size_t i = 0; i < size; ++i) {
        if (values[i].kind == Kind::skipped) continue;
        if (!values[i].is_number()) {
            missing = true;
            continue;
        }
        ++counted;
        const auto next = add(sum, values[i].number);
        if (!next) return Value::of(Kind::overflow);
        sum = *next;
    }
    if (missing) return {};
    return Value::of(op == Op::sum ? sum : Fraction(counted));
}

Value date(const Value* parts) {
    for (std::size_t i = 0; i < 3; ++i) {
        if (!parts[i].is_number() || !parts[i].number.is_decimal() || !parts[i].number.top().is_whole()
            || parts[i].number.top().places() != 0)
            return {};
    }
    const auto day =
        day_of(parts[0].number.top().mantissa(), parts[1].number.top().mantissa(), parts[2].number.top().mantissa());
    return day ? Value::of(Fraction(*day)) : Value{};
}

/// The chosen branch; with the condition open, what both branches agree on. Only sums leave out skipped figures.
Value choose(const Value* values) {
    if (values[0].is_truth()) {
        const Value& chosen = values[0].truth ? values[1] : values[2];
        return chosen.is_known() ? chosen : Value{};
    }
    if (values[1].is_truth() && values[2].is_truth()) return values[1].truth == values[2].truth ? values[1] : Value{};
    return apply(Op::equal, values[1], values[2]).is_true() ? values[1] : Value{};
}

struct Evaluation {
    using Value = gouji::Value;

    World& world;

    Value number(const Program& program, std::size_t index) { return Value::of(Fraction(program.numbers[index])); }
    Value truth(bool value) { return Value::of(value); }
    Value text(const std::string& value) { return Value::of(value); }
    Value cell(const Program& program, const CellRef& ref) { return world.cell(program, ref); }
    Value field(const FieldRef& ref) { return world.field(ref); }
    Value ask(const Question& question) { return world.answer(question); }

    Value each(const Loop& loop) {
        std::vector<Value> values;
        std::vector<Value> stack;
        for (const auto& [fact, body] : loop.parts) {
            for (std::size_t i = 0; i < world.mentions(fact); ++i) {
                world.bind(loop.slot, fact, i);
                values.push_back(run(body, *this, stack));
            }
        }
        if (values.empty() && loop.open_when_empty()) return {};
        return fold_values(loop.fold, values.data(), values.size());
    }

    Value fold(Op op, const Value* values, std::size_t size) { return fold_values(op, values, size); }
    Value unary(Op op, const Value& only) { return apply(op, only); }
    Value binary(Op op, const Value& left, const Value& right) { return apply(op, left, right); }
};

/// A filing that has nothing.
struct EmptyWorld final : World {
    Value cell(const Program&, const CellRef&) override { return {}; }
    Value field(const FieldRef&) override { return {}; }
    Value answer(const Question&) override { return {}; }
    std::size_t mentions(const StatedFact&) override { return 0; }
    void bind(int, const StatedFact&, std::size_t) override {}
    int mention_of(int) override { return 0; }
};

}  // namespace

bool constant_value(const Program& program) {
    EmptyWorld world;
    std::vector<Value> stack;
    return evaluate(program, world, stack).is_true();
}

Value fold_values(Op op, const Value* values, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        if (values[i].kind == Kind::overflow) return values[i];
    }
    switch (op) {
        case Op::in: return member(values, size);
        case Op::all_of: return logic(values, size, false);
        case Op::any_of: return logic(values, size, true);
        case Op::count_true: return count_true(values, size);
        case Op::date_of: return date(values);
        case Op::choose: return choose(values);
        default: return total(op, values, size);
    }
}

Value apply(Op op, const Value& only) {
    if (only.kind == Kind::overflow && op != Op::known) return only;
    switch (op) {
        case Op::known: return Value::of(only.is_known());
        case Op::invert: return only.is_truth() ? Value::of(!only.truth) : Value{};
        case Op::negate: return only.is_number() ? Value::of(only.number.negated()) : Value{};
        case Op::absolute: return only.is_number() ? Value::of(only.number.absolute()) : Value{};
        default: return {};
    }
}

namespace {

Value apply_to_texts(Op op, const std::string& left, const std::string& right) {
    switch (op) {
        case Op::equal: return Value::of(left == right);
        case Op::unequal: return Value::of(left != right);
        case Op::ends: return Value::of(left.ends_with(right));
        case Op::contains: return Value::of(left.find(right) != std::string::npos);
        default: return {};
    }
}

/// One case for each operation on two numbers.
Value apply_to_numbers(Op op, const Fraction& left, const Fraction& right) {
    switch (op) {
        case Op::add: return of(add(left, right));
        case Op::subtract: return of(subtract(left, right));
        case Op::multiply: return of(multiply(left, right));
        case Op::divide: return right.is_zero() ? Value{} : of(divide(left, right));
        case Op::equal: return Value::of(left == right);
        case Op::unequal: return Value::of(left != right);
        case Op::less: return Value::of(left < right);
        case Op::at_most: return Value::of(left <= right);
        case Op::greater: return Value::of(left > right);
        case Op::at_least: return Value::of(left >= right);
        case Op::multiple_of: {
            const auto is = left.is_multiple_of(right);
            return is ? Value::of(*is) : Value::of(Kind::overflow);
        }
        default: return {};
    }
}

}  // namespace

Value apply(Op op, const Value& left, const Value& right) {
    if (left.kind == Kind::overflow) return left;
    if (right.kind == Kind::overflow) return right;
    const Value sides[] = {left, right};
    switch (op) {
        case Op::both: return logic(sides, 2, false);
        case Op::either: return logic(sides, 2, true);
        case Op::implies: {
            const Value turned[] = {apply(Op::invert, left), right};
            return logic(turned, 2, true);
        }
        default: break;
    }
    if (left.is_text() && right.is_text()) return apply_to_texts(op, *left.text, *right.text);
    if (left.is_number() && right.is_number()) return apply_to_numbers(op, left.number, right.number);
    return {};
}

Value evaluate(const Program& program, World& world, std::vector<Value>& stack) {
    Evaluation meaning{world};
    stack.clear();
    return run(program, meaning, stack);
}

Value evaluate_left(const Program& program, World& world, std::vector<Value>& stack) {
    Evaluation meaning{world};
    stack.clear();
    return run(program, 0, program.split, meaning, stack);
}

Value evaluate_right(const Program& program, World& world, std::vector<Value>& stack) {
    Evaluation meaning{world};
    stack.clear();
    return run(program, program.split, program.code.size() - 1, meaning, stack);
}

}  // namespace gouji
