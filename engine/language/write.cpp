// SPDX-License-Identifier: Apache-2.0
#include "engine/language/write.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

struct Phrase {
    std::string text;
    Value value;
    bool atom = false;  ///< needs no brackets
    bool figure = false;  ///< a cell, a field or a number: its value is part of the text
    std::vector<std::string> lines;  ///< the sides of a comparison
    std::vector<std::string> facts;  ///< the comparisons that made a logical formula what it is
};

std::string_view sign_of(Op op) {
    switch (op) {
        case Op::add: return " + ";
        case Op::subtract: return " − ";
        case Op::multiply: return " × ";
        case Op::equal: return " = ";
        case Op::unequal: return " ≠ ";
        case Op::less: return " < ";
        case Op::at_most: return " ≤ ";
        case Op::greater: return " > ";
        case Op::at_least: return " ≥ ";
        case Op::both: return " and ";
        case Op::either: return " or ";
        case Op::implies: return " implies ";
        case Op::multiple_of: return " multiple of ";
        default: return " ";
    }
}

std::string shown(const Value& value) {
    switch (value.kind) {
        case Value::Kind::number: return value.number.to_string();
        case Value::Kind::truth: return value.truth ? "true" : "false";
        default: return "?";
    }
}

std::string bracketed(const Phrase& phrase) { return phrase.atom ? phrase.text : "(" + phrase.text + ")"; }

struct Writing {
    using Value = Phrase;

    World& world;

    Phrase number(const Program& program, std::size_t index) {
        return {program.spellings[index], gouji::Value::of(program.numbers[index]), true, true, {}};
    }
    Phrase truth(bool value) { return {value ? "true" : "false", gouji::Value::of(value), true, true, {}}; }
    Phrase cell(const CellRef& ref) { return figure(ref.name, world.cell(ref)); }
    Phrase field(const FieldRef& ref) { return figure(ref.name, world.field(ref)); }
    Phrase stated(const FieldRef& ref) {
        const bool is = world.stated(ref);
        return {"stated(" + ref.name + ")", gouji::Value::of(is), true, false, {}};
    }
    Phrase table_present(int table, const std::string& name) {
        return {"present(" + name + ")", gouji::Value::of(world.table_present(table)), true, false, {}};
    }

    static Phrase figure(const std::string& name, const gouji::Value& value) { return {name + " " + shown(value), value, true, true, {}}; }

    /// The value of a single instruction over phrases: evaluated as a program of constants would be.
    static gouji::Value apply(Op op, const Phrase* phrases, std::size_t size) {
        Program program;
        struct Constants final : World {
            const Phrase* phrases = nullptr;
            gouji::Value cell(const CellRef& ref) override { return phrases[ref.cell].value; }
            gouji::Value field(const FieldRef&) override { return {}; }
            bool stated(const FieldRef&) override { return false; }
            bool table_present(int) override { return false; }
        } constants;
        constants.phrases = phrases;
        for (std::size_t i = 0; i < size; ++i) {
            program.cells.push_back({0, static_cast<int>(i), Measure::any, {}});
            program.code.push_back({Op::cell, static_cast<std::uint32_t>(i)});
        }
        program.code.push_back({op, static_cast<std::uint32_t>(op == Op::in ? size - 1 : size)});
        std::vector<gouji::Value> stack;
        return evaluate(program, constants, stack);
    }

    Phrase fold(Op op, const Phrase* phrases, std::size_t size) {
        constexpr std::size_t listed_whole = 8;
        Phrase made;
        made.value = apply(op, phrases, size);
        std::size_t zeros = 0;
        std::string text;
        const std::size_t first = op == Op::in ? 1 : 0;
        for (std::size_t i = first; i < size; ++i) {
            const bool zero = phrases[i].value.is_number() && phrases[i].value.number.is_zero();
            if (op == Op::sum && size > listed_whole && zero) {
                ++zeros;
                continue;
            }
            if (!text.empty()) text += op == Op::sum ? " + " : ", ";
            text += phrases[i].text;
            if (op == Op::in && !phrases[i].figure) text += " = " + shown(phrases[i].value);
        }
        if (zeros > 0) text += (text.empty() ? "0 × " : " + 0 × ") + std::to_string(zeros);
        if (op == Op::in) {
            const bool found = made.value.is_true();
            made.lines = {side(phrases[0]), (found ? "∈ { " : "∉ { ") + text + " }"};
            made.facts = {bracketed(phrases[0]) + (found ? " ∈ { " : " ∉ { ") + text + " }"};
            made.text = bracketed(phrases[0]) + " in { " + text + " }";
        } else {
            made.text = op == Op::sum ? text : "count(" + text + ")";
            made.atom = op != Op::sum;
        }
        return made;
    }

    Phrase unary(Op op, Phrase only) {
        const std::string_view before = op == Op::negate ? "−" : op == Op::invert ? "not " : op == Op::known ? "known " : "abs ";
        const gouji::Value value = apply(op, &only, 1);
        return {std::string(before) + bracketed(only), value, false, false, {}, std::move(only.facts)};
    }

    Phrase binary(Op op, Phrase left, Phrase right) {
        const Phrase both[] = {left, right};
        Phrase made;
        made.value = apply(op, both, 2);
        const bool sums = op == Op::add;
        made.text = (sums ? left.text : bracketed(left)) + std::string(sign_of(op)) + (sums ? right.text : bracketed(right));
        const bool comparison = op >= Op::equal && op <= Op::at_least;
        if (comparison) made.lines = {side(left), side(right)};
        if (comparison || op == Op::multiple_of) {
            made.facts = {made.text};
        } else if (op == Op::both || op == Op::either || op == Op::implies) {
            made.facts = deciding(op, made.value, left, right);
        }
        return made;
    }

    /// The comparisons of the sides that decide: of a false `and` those that are false, of a true one all.
    static std::vector<std::string> deciding(Op op, const gouji::Value& value, const Phrase& left, const Phrase& right) {
        std::vector<std::string> facts;
        const auto take = [&](const Phrase& side, bool wanted) {
            const bool decides = value.kind != gouji::Value::Kind::truth || (side.value.kind == gouji::Value::Kind::truth && side.value.truth == wanted);
            if (decides) facts.insert(facts.end(), side.facts.begin(), side.facts.end());
        };
        take(left, op == Op::implies ? !value.truth : value.truth);
        take(right, value.truth);
        return facts;
    }

    static std::string side(const Phrase& phrase) { return phrase.figure ? phrase.text : phrase.text + " = " + shown(phrase.value); }
};

}  // namespace

std::vector<std::string> write_out(const Program& program, World& world) {
    Writing meaning{world};
    std::vector<Phrase> stack;
    Phrase made = run(program, meaning, stack);
    if (!made.lines.empty()) return made.lines;
    std::vector<std::string> facts;
    for (auto& one : made.facts) {
        if (std::find(facts.begin(), facts.end(), one) == facts.end()) facts.push_back(std::move(one));
    }
    if (!facts.empty()) return facts;
    return {made.text + " = " + shown(made.value)};
}

}  // namespace gouji
