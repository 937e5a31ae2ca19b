// SPDX-License-Identifier: Apache-2.0
#include "engine/language/evaluate.hpp"

#include <optional>

namespace gouji {
namespace {

using Kind = Value::Kind;

constexpr Value unknown{};
constexpr Value overflow{Kind::overflow, false, {}};

Value of(const std::optional<Decimal>& number) { return number ? Value::of(*number) : overflow; }

struct Evaluation {
    using Value = gouji::Value;

    World& world;

    Value number(const Program& program, std::size_t index) { return Value::of(program.numbers[index]); }
    Value truth(bool value) { return Value::of(value); }
    Value cell(const CellRef& ref) { return world.cell(ref); }
    Value field(const FieldRef& ref) { return world.field(ref); }
    Value stated(const FieldRef& ref) { return Value::of(world.stated(ref)); }
    Value table_present(int table, const std::string&) { return Value::of(world.table_present(table)); }

    Value fold(Op op, const Value* values, std::size_t size) {
        if (op == Op::in) return member(values, size);
        Decimal total;
        std::int64_t counted = 0;
        bool missing = false;
        for (std::size_t i = 0; i < size; ++i) {
            if (values[i].kind == Kind::overflow) return overflow;
            if (values[i].kind == Kind::skipped) continue;
            if (!values[i].is_number()) {
                missing = true;
                continue;
            }
            ++counted;
            const auto next = add(total, values[i].number);
            if (!next) return overflow;
            total = *next;
        }
        if (missing) return unknown;
        return Value::of(op == Op::sum ? total : Decimal(counted));
    }

    /// The first value is looked for among the others: found decides, one missing leaves it open.
    static Value member(const Value* values, std::size_t size) {
        bool missing = !values[0].is_number();
        for (std::size_t i = 0; i < size; ++i) {
            if (values[i].kind == Kind::overflow) return overflow;
            if (!values[i].is_number()) missing = true;
            else if (i > 0 && values[0].is_number() && values[0].number == values[i].number) return Value::of(true);
        }
        return missing ? unknown : Value::of(false);
    }

    Value unary(Op op, Value only) {
        if (op == Op::known) return Value::of(only.kind == Kind::number || only.kind == Kind::truth);
        if (only.kind == Kind::overflow) return overflow;
        if (op == Op::invert) return only.kind == Kind::truth ? Value::of(!only.truth) : unknown;
        if (!only.is_number()) return unknown;
        return Value::of(op == Op::negate ? only.number.negated() : only.number.absolute());
    }

    Value binary(Op op, Value left, Value right) {
        if (left.kind == Kind::overflow || right.kind == Kind::overflow) return overflow;
        switch (op) {
            case Op::both: return logic(left, right, false);
            case Op::either: return logic(left, right, true);
            case Op::implies: return logic(unary(Op::invert, left), right, true);
            default: break;
        }
        if (!left.is_number() || !right.is_number()) return unknown;
        switch (op) {
            case Op::add: return of(add(left.number, right.number));
            case Op::subtract: return of(subtract(left.number, right.number));
            case Op::multiply: return of(gouji::multiply(left.number, right.number));
            case Op::equal: return Value::of(left.number == right.number);
            case Op::unequal: return Value::of(left.number != right.number);
            case Op::less: return Value::of(left.number < right.number);
            case Op::at_most: return Value::of(left.number <= right.number);
            case Op::greater: return Value::of(left.number > right.number);
            case Op::at_least: return Value::of(left.number >= right.number);
            case Op::multiple_of: return Value::of(left.number.is_multiple_of(right.number));
            default: return unknown;
        }
    }

    /// Kleene: one side that decides is enough. `deciding` is false for and, true for or.
    static Value logic(const Value& left, const Value& right, bool deciding) {
        for (const Value* side : {&left, &right}) {
            if (side->kind == Kind::truth && side->truth == deciding) return Value::of(deciding);
        }
        if (left.kind == Kind::truth && right.kind == Kind::truth) return Value::of(!deciding);
        return unknown;
    }
};

}  // namespace

Value evaluate(const Program& program, World& world, std::vector<Value>& stack) {
    Evaluation meaning{world};
    return run(program, meaning, stack);
}

}  // namespace gouji
