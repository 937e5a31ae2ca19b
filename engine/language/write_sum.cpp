// SPDX-License-Identifier: Apache-2.0
#include "engine/language/write_sum.hpp"

#include "engine/base/calendar.hpp"
#include "engine/language/form_names.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

struct Phrase {
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

std::string bracketed(const Phrase& phrase) { return phrase.atom ? phrase.text : "(" + phrase.text + ")"; }

struct Writing {
    using Value = Phrase;

    World& world;

    Phrase number(const Program& program, std::size_t index) {
        return {program.spellings[index], gouji::Value::of(Fraction(program.numbers[index])), program.measures[index],
            true, true, {}, {}};
    }
    Phrase truth(bool value) {
        return {value ? "true" : "false", gouji::Value::of(value), Measure::any, true, true, {}, {}};
    }
    Phrase text(const std::string& value) {
        return {"“" + value + "”", gouji::Value::of(value), Measure::any, true, true, {}, {}};
    }
    Phrase cell(const Program& program, const CellRef& ref) {
        return figure(name_of(program, ref), world.cell(program, ref), ref.measure);
    }
    Phrase field(const FieldRef& ref) { return figure(ref.name, world.field(ref), ref.measure); }
    Phrase ask(const Question& question) {
        const gouji::Value value = world.answer(question);
        const Measure measure = question.what == Question::What::published ? Measure::date : Measure::any;
        if (value.is_truth() || question.what == Question::What::section_text
            || question.what == Question::What::missing)
            return {question.name, value, measure, true, false, {}, {}};
        return figure(question.name, value, measure);
    }

    static Phrase figure(const std::string& name, const gouji::Value& value, Measure measure) {
        return {name + " " + show(value, measure), value, measure, true, true, {}, {}};
    }

    /// What was said each time, with what decided it.
    Phrase each(const Loop& loop) {
        std::vector<Phrase> phrases;
        std::vector<Phrase> stack;
        for (const auto& [fact, body] : loop.parts) {
            for (std::size_t i = 0; i < world.mentions(fact); ++i) {
                world.bind(loop.slot, fact, i);
                phrases.push_back(run(body, *this, stack));
            }
        }
        Phrase made;
        if (!phrases.empty() || !loop.open_when_empty()) made = fold(loop.fold, phrases.data(), phrases.size());
        if (phrases.empty()) made.text = loop.name;
        return made;
    }

    Phrase fold(Op op, const Phrase* phrases, std::size_t size) {
        constexpr std::size_t listed_whole = 8;
        Phrase made;
        std::vector<gouji::Value> values;
        for (std::size_t i = 0; i < size; ++i) values.push_back(phrases[i].value);
        made.value = fold_values(op, values.data(), size);
        for (std::size_t i = op == Op::choose ? 1 : 0; i < size; ++i)
            made.measure = common(made.measure, phrases[i].measure).value_or(made.measure);
        if (op == Op::all_of || op == Op::any_of) return quantified(op, std::move(made), phrases, size);
        if (op == Op::choose) return chosen(std::move(made), phrases);
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
            if (op == Op::in && !phrases[i].figure) text += " = " + show(phrases[i].value, phrases[i].measure);
        }
        if (zeros > 0) text += (text.empty() ? "0 × " : " + 0 × ") + std::to_string(zeros);
        if (op == Op::in) {
            const bool found = made.value.is_true();
            made.lines = {side(phrases[0]), (found ? "∈ { " : "∉ { ") + text + " }"};
            made.facts = {bracketed(phrases[0]) + (found ? " ∈ { " : " ∉ { ") + text + " }"};
            made.text = bracketed(phrases[0]) + " in { " + text + " }";
        } else {
            made.text = op == Op::sum ? text : (op == Op::date_of ? "date(" : "count(") + text + ")";
            made.atom = op != Op::sum;
            if (op == Op::date_of) made.measure = Measure::date;
        }
        return made;
    }

    /// Of a false `all` the cases that are false, of a true `any` those that are true, else every one.
    static Phrase quantified(Op op, Phrase made, const Phrase* phrases, std::size_t size) {
        const bool decides = made.value.is_truth() && made.value.truth == (op == Op::any_of);
        for (std::size_t i = 0; i < size; ++i) {
            made.text += (i == 0 ? "" : op == Op::all_of ? " and " : " or ") + bracketed(phrases[i]);
            if (decides && !(phrases[i].value.is_truth() && phrases[i].value.truth == made.value.truth)) continue;
            made.facts.insert(made.facts.end(), phrases[i].facts.begin(), phrases[i].facts.end());
        }
        return made;
    }

    static Phrase chosen(Phrase made, const Phrase* phrases) {
        made.text = "if(" + phrases[0].text + ", " + phrases[1].text + ", " + phrases[2].text + ")";
        made.atom = true;
        made.facts = phrases[0].facts;
        if (phrases[0].value.is_truth()) {
            const Phrase& taken = phrases[0].value.truth ? phrases[1] : phrases[2];
            made.facts.insert(made.facts.end(), taken.facts.begin(), taken.facts.end());
        }
        return made;
    }

    Phrase unary(Op op, Phrase only) {
        const std::string_view before = op == Op::negate ? "−"
            : op == Op::invert                           ? "not "
            : op == Op::known                            ? "known "
                                                         : "abs ";
        const gouji::Value value = apply(op, only.value);
        return {std::string(before) + bracketed(only), value, only.measure, false, false, {}, std::move(only.facts)};
    }

    Phrase binary(Op op, Phrase left, Phrase right) {
        Phrase made;
        made.value = apply(op, left.value, right.value);
        made.measure = measure_of(op, left.measure, right.measure);
        const bool sums = op == Op::add;
        made.text =
            (sums ? left.text : bracketed(left)) + std::string(sign_of(op)) + (sums ? right.text : bracketed(right));
        const bool comparison = op >= Op::equal && op <= Op::at_least;
        if (comparison) made.lines = {side(left), side(right)};
        const bool words = op == Op::contains || op == Op::ends;
        if (words) made.text = bracketed(left) + (op == Op::ends ? " ends with " : " contains ") + right.text;
        if (comparison || op == Op::multiple_of || words) {
            made.facts = {made.text};
        } else if (op == Op::both || op == Op::either || op == Op::implies) {
            made.facts = deciding(op, made.value, left, right);
        }
        return made;
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

    /// The comparisons of the sides that decide: of a false `and` those that are false, of a true one all.
    static std::vector<std::string> deciding(
        Op op, const gouji::Value& value, const Phrase& left, const Phrase& right) {
        std::vector<std::string> facts;
        const auto take = [&](const Phrase& side, bool wanted) {
            const bool decides = value.kind != gouji::Value::Kind::truth
                || (side.value.kind == gouji::Value::Kind::truth && side.value.truth == wanted);
            if (decides) facts.insert(facts.end(), side.facts.begin(), side.facts.end());
        };
        take(left, op == Op::implies ? !value.truth : value.truth);
        take(right, value.truth);
        return facts;
    }

    static std::string side(const Phrase& phrase) {
        return phrase.figure ? phrase.text : phrase.text + " = " + show(phrase.value, phrase.measure);
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
    Writing meaning{world};
    std::vector<Phrase> stack;
    Phrase made = run(program, meaning, stack);
    if (!made.lines.empty()) return made.lines;
    std::vector<std::string> facts;
    for (auto& one : made.facts) {
        if (std::find(facts.begin(), facts.end(), one) == facts.end()) facts.push_back(std::move(one));
    }
    if (!facts.empty()) return facts;
    return {made.text + " = " + show(made.value, made.measure)};
}

}  // namespace gouji
