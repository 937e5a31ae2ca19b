// SPDX-License-Identifier: Apache-2.0
#include "engine/language/write_sum.hpp"

#include "engine/base/calendar.hpp"
#include "engine/language/form_names.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

struct SumText {
    std::string text;
    Value value;
    Measure measure = Measure::any;
    bool atom = false;               ///< needs no brackets
    bool figure = false;             ///< a cell, a field or a number: its value is part of the text
    std::vector<std::string> lines;  ///< the sides of a comparison
    std::vector<std::string> facts;  ///< the comparisons that made a logical formula what it is
};

std::string_view sign_of(Op op) {
    switch (op) {
        case Op::add: return " + ";
        case Op::subtract: return " − ";
        case Op::multiply: return " × ";
        case Op::divide: return " ÷ ";
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

std::string bracketed(const SumText& operand) { return operand.atom ? operand.text : "(" + operand.text + ")"; }

struct SumWriter {
    using Value = SumText;

    World& world;

    SumText number(const Program& program, std::size_t index) {
        return {program.spellings[index], gouji::Value::of(Fraction(program.numbers[index])), program.measures[index],
            true, true, {}, {}};
    }
    SumText truth(bool value) {
        return {value ? "true" : "false", gouji::Value::of(value), Measure::any, true, true, {}, {}};
    }
    SumText text(const std::string& value) {
        return {"“" + value + "”", gouji::Value::of(value), Measure::any, true, true, {}, {}};
    }
    SumText cell(const Program& program, const CellRef& ref) {
        return figure(name_of(program, ref), world.cell(program, ref), ref.measure);
    }
    SumText field(const FieldRef& ref) { return figure(ref.name, world.field(ref), ref.measure); }
    SumText ask(const Question& question) {
        const gouji::Value value = world.answer(question);
        const Measure measure = question.what == Question::What::published ? Measure::date : Measure::any;
        if (value.is_truth() || question.what == Question::What::section_text
            || question.what == Question::What::missing)
            return {question.name, value, measure, true, false, {}, {}};
        return figure(question.name, value, measure);
    }

    static SumText figure(const std::string& name, const gouji::Value& value, Measure measure) {
        return {name + " " + show(value, measure), value, measure, true, true, {}, {}};
    }

    /// The body for each mention, with the comparisons that decided it.
    SumText each(const Loop& loop) {
        std::vector<SumText> operands;
        std::vector<SumText> stack;
        for (const auto& [fact, body] : loop.parts) {
            for (std::size_t i = 0; i < world.mentions(fact); ++i) {
                world.bind(loop.slot, fact, i);
                operands.push_back(run(body, *this, stack));
            }
        }
        SumText result;
        if (!operands.empty() || !loop.open_when_empty()) result = fold(loop.fold, operands.data(), operands.size());
        if (operands.empty()) result.text = loop.name;
        return result;
    }

    SumText fold(Op op, const SumText* operands, std::size_t size) {
        SumText result;
        std::vector<gouji::Value> values;
        for (std::size_t i = 0; i < size; ++i) values.push_back(operands[i].value);
        result.value = fold_values(op, values.data(), size);
        for (std::size_t i = op == Op::choose ? 1 : 0; i < size; ++i)
            result.measure = common(result.measure, operands[i].measure).value_or(result.measure);
        if (op == Op::all_of || op == Op::any_of) return quantified(op, std::move(result), operands, size);
        if (op == Op::choose) return chosen(std::move(result), operands);
        if (op == Op::in) return member(std::move(result), operands, size);
        const std::string text = listed(op, operands, size);
        result.text = op == Op::sum ? text : (op == Op::date_of ? "date(" : "count(") + text + ")";
        result.atom = op != Op::sum;
        if (op == Op::date_of) result.measure = Measure::date;
        return result;
    }

    /// The operands of a sum, a count or a date; of a long sum, the zeros only by their number.
    static std::string listed(Op op, const SumText* operands, std::size_t size) {
        constexpr std::size_t listed_whole = 8;
        std::size_t zeros = 0;
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            const bool zero = operands[i].value.is_number() && operands[i].value.number.is_zero();
            if (op == Op::sum && size > listed_whole && zero) {
                ++zeros;
                continue;
            }
            if (!text.empty()) text += op == Op::sum ? " + " : ", ";
            text += operands[i].text;
        }
        if (zeros > 0) text += (text.empty() ? "0 × " : " + 0 × ") + std::to_string(zeros);
        return text;
    }

    static SumText member(SumText result, const SumText* operands, std::size_t size) {
        std::string members;
        const bool found = result.value.is_true();
        result.lines = {side(operands[0])};
        for (std::size_t i = 1; i < size; ++i) {
            members += (members.empty() ? "" : ", ") + side(operands[i]);
            result.lines.push_back((found ? "= " : "≠ ") + side(operands[i]));
        }
        result.facts = {bracketed(operands[0]) + (found ? " ∈ { " : " ∉ { ") + members + " }"};
        result.text = bracketed(operands[0]) + " in { " + members + " }";
        return result;
    }

    /// Names the false cases of a false `all` and the true ones of a true `any`, otherwise every case.
    static SumText quantified(Op op, SumText result, const SumText* operands, std::size_t size) {
        const bool decides = result.value.is_truth() && result.value.truth == (op == Op::any_of);
        for (std::size_t i = 0; i < size; ++i) {
            result.text += (i == 0 ? "" : op == Op::all_of ? " and " : " or ") + bracketed(operands[i]);
            if (decides && !(operands[i].value.is_truth() && operands[i].value.truth == result.value.truth)) continue;
            result.facts.insert(result.facts.end(), operands[i].facts.begin(), operands[i].facts.end());
        }
        return result;
    }

    static SumText chosen(SumText result, const SumText* operands) {
        result.text = "if(" + operands[0].text + ", " + operands[1].text + ", " + operands[2].text + ")";
        result.atom = true;
        result.facts = operands[0].facts;
        if (operands[0].value.is_truth()) {
            const SumText& taken = operands[0].value.truth ? operands[1] : operands[2];
            // What the other branch says is not so here.
            result.text = taken.text;
            result.atom = taken.atom;
            result.figure = taken.figure;
            result.facts.insert(result.facts.end(), taken.facts.begin(), taken.facts.end());
        }
        return result;
    }

    SumText unary(Op op, SumText only) {
        const std::string_view before = op == Op::negate ? "−"
            : op == Op::invert                           ? "not "
            : op == Op::known                            ? "known "
                                                         : "abs ";
        const gouji::Value value = apply(op, only.value);
        return {std::string(before) + bracketed(only), value, only.measure, false, false, {}, std::move(only.facts)};
    }

    SumText binary(Op op, SumText left, SumText right) {
        SumText result;
        result.value = apply(op, left.value, right.value);
        result.measure = measure_of(op, left.measure, right.measure);
        const bool sums = op == Op::add;
        result.text =
            (sums ? left.text : bracketed(left)) + std::string(sign_of(op)) + (sums ? right.text : bracketed(right));
        const bool comparison = is_comparison(op);
        if (comparison) result.lines = {side(left), side(right)};
        const bool words = op == Op::contains || op == Op::ends;
        if (words) result.text = bracketed(left) + (op == Op::ends ? " ends with " : " contains ") + right.text;
        if (comparison || op == Op::multiple_of || words) {
            result.facts = {result.text};
        } else if (op == Op::both || op == Op::either || op == Op::implies) {
            result.facts = deciding(op, result.value, left, right);
        }
        return result;
    }

    static Measure measure_of(Op op, Measure left, Measure right) {
        switch (op) {
            case Op::add: return sum_of(left, right).value_or(left);
            case Op::subtract: return difference_of(left, right).value_or(left);
            case Op::multiply: return product_of(left, right).value_or(left);
            case Op::divide: return quotient_of(left, right).value_or(left);
            default: return Measure::any;
        }
    }

    /// The comparisons of the sides that decide: the false ones of a false `and`, all of a true one.
    static std::vector<std::string> deciding(
        Op op, const gouji::Value& value, const SumText& left, const SumText& right) {
        std::vector<std::string> facts;
        const auto add_side = [&](const SumText& side, bool wanted) {
            const bool decides = value.kind != gouji::Value::Kind::truth
                || (side.value.kind == gouji::Value::Kind::truth && side.value.truth == wanted);
            if (decides) facts.insert(facts.end(), side.facts.begin(), side.facts.end());
        };
        add_side(left, op == Op::implies ? !value.truth : value.truth);
        add_side(right, value.truth);
        return facts;
    }

    static std::string side(const SumText& operand) {
        return operand.figure ? operand.text : operand.text + " = " + show(operand.value, operand.measure);
    }
};

}  // namespace

std::string show(const Value& value, Measure measure) {
    if (value.is_truth()) return value.truth ? "true" : "false";
    if (value.is_text()) return "“" + *value.text + "”";
    if (!value.is_number()) return "?";
    if (measure == Measure::date && value.number.is_decimal()) return print_day(value.number.top().mantissa());
    constexpr int share_places = 4;
    constexpr int fraction_places = 2;
    if (measure == Measure::share) {
        if (value.number.is_decimal()) {
            if (const auto percent = value.number.top().scaled(2)) return percent->to_string() + "%";
        } else if (const auto rounded = value.number.rounded(share_places)) {
            if (const auto percent = rounded->value.scaled(2))
                return (rounded->exact ? "" : "≈") + percent->to_string() + "%";
        }
    }
    if (!value.number.is_decimal()) {
        if (const auto rounded = value.number.rounded(fraction_places))
            return (rounded->exact ? "" : "≈") + rounded->value.to_string();
    }
    return value.number.to_string();
}

std::vector<std::string> write_out(const Program& program, World& world) {
    SumWriter meaning{world};
    std::vector<SumText> stack;
    SumText whole = run(program, meaning, stack);
    if (!whole.lines.empty()) return whole.lines;
    std::vector<std::string> facts;
    for (auto& one : whole.facts) {
        if (std::find(facts.begin(), facts.end(), one) == facts.end()) facts.push_back(std::move(one));
    }
    if (!facts.empty()) return facts;
    return {whole.text + " = " + show(whole.value, whole.measure)};
}

}  // namespace gouji
