// SPDX-License-Identifier: Apache-2.0
#include "engine/language/tolerate.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace gouji {
namespace {

using Kind = Value::Kind;

struct IntervalEnd {
    Fraction value;
    bool open = false;
};

struct Interval {
    IntervalEnd low;
    IntervalEnd high;

    [[nodiscard]] bool holds_zero() const {
        return (low.value.is_negative() || (low.value.is_zero() && !low.open))
            && (high.value.negated().is_negative() || (high.value.is_zero() && !high.open));
    }
};

/// A number as its middle and how far each figure in it can move it.
struct Range {
    Value value;
    struct MovingFigure {
        std::size_t figure = 0;
        Fraction factor;
    };
    std::vector<MovingFigure> terms;
};

Range failed() { return {Value::of(Kind::overflow), {}}; }

struct IntervalMeaning {
    using Value = Range;
    using Key = std::array<int, 4>;

    const Tolerance& tolerance;
    World& world;
    std::vector<Interval> figures{};  ///< how far each may be from what is printed
    std::map<Key, std::size_t> known{};

    Range number(const Program& program, std::size_t index) {
        return {gouji::Value::of(Fraction(program.numbers[index])), {}};
    }
    Range truth(bool value) { return {gouji::Value::of(value), {}}; }
    Range text(const std::string& value) { return {gouji::Value::of(value), {}}; }
    Range ask(const Question& question) { return {world.answer(question), {}}; }
    Range cell(const Program& program, const CellRef& ref) {
        return figure(world.cell(program, ref), ref.measure, {0, static_cast<int>(ref.whose), ref.table, ref.cell});
    }
    Range field(const FieldRef& ref) {
        const int which = ref.slot == no_slot ? -1 : world.mention_of(ref.slot);
        return figure(world.field(ref), ref.measure, {1 + static_cast<int>(ref.whose), ref.fact, ref.field, which});
    }

    Range figure(const gouji::Value& value, Measure measure, const Key& key) {
        Range range{value, {}};
        if (!value.is_number() || value.last_digit == gouji::Value::exact || !tolerance.widens(measure)
            || (measure == Measure::any && value.last_digit >= 0))
            return range;
        const auto found = known.find(key);
        if (found != known.end()) {
            range.terms.push_back({found->second, Fraction(1)});
            return range;
        }
        const bool rounded = tolerance.kind != Tolerance::Kind::truncation;
        const auto unit = Decimal(rounded ? 5 : 1).scaled(value.last_digit - (rounded ? 1 : 0));
        if (!unit) return failed();
        const Fraction step(*unit);
        Interval deviation{{rounded ? step.negated() : Fraction(), false}, {step, !rounded}};
        if (!rounded && value.number.is_negative()) deviation = {{step.negated(), true}, {Fraction(), false}};
        known.emplace(key, figures.size());
        range.terms.push_back({figures.size(), Fraction(1)});
        figures.push_back(deviation);
        return range;
    }

    Range each(const Loop& loop) {
        std::vector<Range> values;
        std::vector<Range> stack;
        for (const auto& [fact, body] : loop.parts) {
            for (std::size_t i = 0; i < world.mentions(fact); ++i) {
                world.bind(loop.slot, fact, i);
                values.push_back(run(body, *this, stack));
            }
        }
        if (values.empty() && loop.open_when_empty()) return {};
        return fold(loop.fold, values.data(), values.size());
    }

    Range fold(Op op, const Range* values, std::size_t size) {
        std::vector<gouji::Value> middles;
        for (std::size_t i = 0; i < size; ++i) middles.push_back(values[i].value);
        Range result{fold_values(op, middles.data(), size), {}};
        if (op == Op::in) result.value = member(values, size);
        if (op == Op::choose && result.value.is_known()) return middles[0].is_false() ? values[2] : values[1];
        if (op != Op::sum || !result.value.is_number()) return result;
        for (std::size_t i = 0; i < size; ++i) {
            if (values[i].value.is_number() && !add_multiple(result, values[i], Fraction(1))) return failed();
        }
        return result;
    }

    gouji::Value member(const Range* values, std::size_t size) {
        bool open = !values[0].value.is_known();
        for (std::size_t i = 1; i < size; ++i) {
            const gouji::Value same = compare(Op::equal, values[0], values[i]);
            if (same.kind == Kind::overflow || same.is_true()) return same;
            open = open || !same.is_truth();
        }
        return open ? gouji::Value{} : gouji::Value::of(false);
    }

    Range unary(Op op, const Range& only) {
        Range result{apply(op, only.value), {}};
        if (!result.value.is_number() || only.terms.empty()) return result;
        if (op == Op::negate) return add_multiple(result, only, Fraction(-1)) ? result : failed();
        const auto span = interval(only);
        if (!span) return failed();
        if (!span->low.value.is_negative()) return only;
        if (!span->high.value.negated().is_negative())
            return add_multiple(result, only, Fraction(-1)) ? result : failed();
        const Fraction most = std::max(span->low.value.negated(), span->high.value);
        return collapse(result.value, Fraction(), most);
    }

    Range binary(Op op, const Range& left, const Range& right) {
        if (is_comparison(op)) return {compare(op, left, right), {}};
        Range result{apply(op, left.value, right.value), {}};
        const bool exact = left.terms.empty() && right.terms.empty();
        if (exact && op != Op::divide) return result;
        switch (op) {
            case Op::add:
                return add_multiple(result, left, Fraction(1)) && add_multiple(result, right, Fraction(1)) ? result
                                                                                                           : failed();
            case Op::subtract:
                return add_multiple(result, left, Fraction(1)) && add_multiple(result, right, Fraction(-1)) ? result
                                                                                                            : failed();
            case Op::multiply:
                if (right.terms.empty()) return add_multiple(result, left, right.value.number) ? result : failed();
                if (left.terms.empty()) return add_multiple(result, right, left.value.number) ? result : failed();
                return corners(result.value, left, right);
            case Op::divide: return quotient(result, left, right);
            default: return result;
        }
    }

    Range quotient(Range exact, const Range& left, const Range& right) {
        if (!right.value.is_number()) return exact;
        const auto denominator = interval(right);
        if (!denominator) return failed();
        if (denominator->holds_zero()) return {};
        const auto turned = divide(Fraction(1), right.value.number);
        if (!turned) return failed();
        if (right.terms.empty()) return add_multiple(exact, left, *turned) ? exact : failed();
        const auto low = divide(Fraction(1), denominator->high.value);
        const auto high = divide(Fraction(1), denominator->low.value);
        if (!low || !high) return failed();
        const Range inverse = collapse(gouji::Value::of(*turned), *low, *high);
        return corners(exact.value, left, inverse);
    }

    /// A product of two intervals lies between the products of their ends.
    Range corners(const gouji::Value& middle, const Range& left, const Range& right) {
        const auto a = interval(left);
        const auto b = interval(right);
        if (!a || !b || !middle.is_number()) return middle.is_number() ? failed() : Range{middle, {}};
        std::optional<std::pair<Fraction, Fraction>> span;
        for (const Fraction* x : {&a->low.value, &a->high.value}) {
            for (const Fraction* y : {&b->low.value, &b->high.value}) {
                const auto product = multiply(*x, *y);
                if (!product) return failed();
                if (!span) span.emplace(*product, *product);
                span->first = std::min(span->first, *product);
                span->second = std::max(span->second, *product);
            }
        }
        return collapse(middle, span->first, span->second);
    }

    /// An interval becomes a figure of its own; what it came from, and which end was open, is forgotten: that can only
    /// widen it.
    Range collapse(const gouji::Value& middle, const Fraction& least, const Fraction& most) {
        const auto low = subtract(least, middle.number);
        const auto high = subtract(most, middle.number);
        if (!low || !high) return failed();
        figures.push_back({{*low, false}, {*high, false}});
        return {middle, {{figures.size() - 1, Fraction(1)}}};
    }

    static bool add_multiple(Range& to, const Range& from, const Fraction& factor) {
        for (const auto& term : from.terms) {
            const auto scaled = multiply(term.factor, factor);
            if (!scaled) return false;
            const auto same = std::find_if(
                to.terms.begin(), to.terms.end(), [&](const auto& one) { return one.figure == term.figure; });
            if (same == to.terms.end()) {
                to.terms.push_back({term.figure, *scaled});
                continue;
            }
            const auto sum = add(same->factor, *scaled);
            if (!sum) return false;
            same->factor = *sum;
        }
        return true;
    }

    std::optional<Interval> interval(const Range& range) const {
        Interval bounds{{range.value.number, false}, {range.value.number, false}};
        for (const auto& term : range.terms) {
            if (term.factor.is_zero()) continue;
            const Interval& deviation = figures[term.figure];
            const bool turned = term.factor.is_negative();
            if (!move(bounds.low, turned ? deviation.high : deviation.low, term.factor)) return std::nullopt;
            if (!move(bounds.high, turned ? deviation.low : deviation.high, term.factor)) return std::nullopt;
        }
        return bounds;
    }

    static bool move(IntervalEnd& end, const IntervalEnd& by, const Fraction& factor) {
        const auto step = multiply(by.value, factor);
        const auto moved = step ? add(end.value, *step) : std::nullopt;
        if (!moved) return false;
        end.value = *moved;
        end.open = end.open || by.open;
        return true;
    }

    gouji::Value compare(Op op, const Range& left, const Range& right) {
        const gouji::Value exactly = apply(op, left.value, right.value);
        if (!left.value.is_number() || !right.value.is_number()) return exactly;
        const auto same = tolerance.kind == Tolerance::Kind::within ? close(left.value.number, right.value.number)
                                                                    : overlap(left, right);
        if (!same) return gouji::Value::of(Kind::overflow);
        if (!*same) return exactly;
        return gouji::Value::of(op == Op::equal || op == Op::at_most || op == Op::at_least);
    }

    std::optional<bool> overlap(const Range& left, const Range& right) {
        if (left.terms.empty() && right.terms.empty()) return left.value.number == right.value.number;
        const Range apart = binary(Op::subtract, left, right);
        if (!apart.value.is_number()) return std::nullopt;
        const auto span = interval(apart);
        return span ? std::optional(span->holds_zero()) : std::nullopt;
    }

    [[nodiscard]] std::optional<bool> close(const Fraction& left, const Fraction& right) const {
        const auto apart = subtract(left, right);
        if (!apart) return std::nullopt;
        const Fraction larger = std::max(left.absolute(), right.absolute());
        const auto most = tolerance.measure == Measure::share && !shares ? multiply(tolerance.most, larger)
                                                                         : std::optional(tolerance.most);
        return most ? std::optional(apart->absolute() <= *most) : std::nullopt;
    }

    bool shares = false;  ///< the program compares shares
};

bool any_figure(const Program& program, const Tolerance& tolerance) {
    return std::any_of(program.cells.begin(), program.cells.end(), [&](const CellRef& one) {
        return tolerance.widens(one.measure);
    }) || std::any_of(program.fields.begin(), program.fields.end(), [&](const FieldRef& one) {
        return tolerance.widens(one.measure);
    }) || std::any_of(program.loops.begin(), program.loops.end(), [&](const Loop& one) {
        return std::any_of(one.parts.begin(), one.parts.end(),
            [&](const Loop::FactBody& part) { return any_figure(part.body, tolerance); });
    });
}

}  // namespace

bool matters(const Tolerance& tolerance, const Program& program) {
    return tolerance.kind == Tolerance::Kind::within || any_figure(program, tolerance);
}

Value evaluate_within(const Tolerance& tolerance, const Program& program, World& world) {
    if (tolerance.kind == Tolerance::Kind::printed) {
        const Value rounded = evaluate_within({Tolerance::Kind::rounding, {}, {}}, program, world);
        if (rounded.is_true()) return rounded;
        const Value cut = evaluate_within({Tolerance::Kind::truncation, {}, {}}, program, world);
        return cut.is_true() ? cut : rounded;
    }
    IntervalMeaning meaning{tolerance, world};
    meaning.shares =
        std::find(program.compared.begin(), program.compared.end(), Measure::share) != program.compared.end();
    std::vector<Range> stack;
    return run(program, meaning, stack).value;
}

}  // namespace gouji
