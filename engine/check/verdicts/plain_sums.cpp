// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/private_plain_sums.hpp"

namespace gouji {
namespace {

using Number = PlainNumber;

/// The meaning of a program over plain numbers. What it cannot say makes `plain` false, and the rest is of no account.
struct PlainMeaning {
    using Value = Number;

    const PlainSums& sums;
    Figures& figures;
    bool plain = true;

    static Number of(bool truth) { return {0, truth, false}; }
    static Number open() { return {0, false, true}; }
    Number give_up() {
        plain = false;
        return {};
    }
    Number whole(const Decimal& value) {
        const std::int64_t digits = value.mantissa();
        return value.places() == 0 && digits < PlainCounts::most && digits > -PlainCounts::most
            ? Number{digits, false, false}
            : give_up();
    }
    Number number(const Program& program, std::size_t index) { return whole(program.numbers[index]); }
    Number truth(bool value) { return of(value); }
    Number text(const std::string&) { return give_up(); }
    Number cell(const Program&, const CellRef& ref) {
        if (ref.whose != Whose::own || ref.cell < 0 || ref.measure != Measure::count) return give_up();
        const PlainCounts* counts = sums.counts_of(ref.table);
        const auto place = static_cast<std::size_t>(ref.cell);
        return counts && counts->odd[place] == 0 ? Number{counts->values[place], false, false} : give_up();
    }
    Number field(const FieldRef& ref) {
        // A count of the bound mention, as most statements are.
        const Mention* bound = ref.slot == no_slot ? nullptr : figures.bound_mention(ref.slot);
        if (bound && bound->scope.empty() && ref.measure == Measure::count) {
            for (const Mention::Field& one : bound->fields) {
                if (one.index == ref.field) return whole(one.value);
            }
            return give_up();  // the rule says what a field that is not stated counts as
        }
        const gouji::Value value = figures.field(ref);
        if (value.kind == gouji::Value::Kind::unknown) return open();
        return value.is_number() && value.number.is_decimal() ? whole(value.number.top()) : give_up();
    }
    Number ask(const Question& question) {
        const gouji::Value value = figures.answer(question);
        if (value.is_number() && value.number.is_decimal()) return whole(value.number.top());
        return value.is_truth() ? of(value.truth) : give_up();
    }
    Number each(const Loop&) { return give_up(); }
    Number fold(Op op, const Number* values, std::size_t size) {
        if (op != Op::in && op != Op::sum) return give_up();
        Number made;
        for (std::size_t i = op == Op::in ? 1 : 0; i < size; ++i) {
            made.open = made.open || values[i].open;
            made.value += values[i].value;
            made.truth = made.truth || (values[i].value == values[0].value && !values[i].open);
        }
        if (op == Op::sum) return {made.value, false, made.open};
        return values[0].open ? open() : made.truth ? of(true) : Number{0, false, made.open};
    }
    Number unary(Op op, const Number& only) {
        return op == Op::invert ? Number{0, !only.truth && !only.open, only.open} : give_up();
    }
    Number binary(Op op, const Number& left, const Number& right) {
        // One side that decides is enough.
        switch (op) {
            case Op::both:
                return (!left.truth && !left.open) || (!right.truth && !right.open) ? of(false)
                    : left.open || right.open                                       ? open()
                                                                                    : of(true);
            case Op::implies:
            case Op::either: {
                const bool first = op == Op::implies ? !left.truth && !left.open : left.truth;
                return first || right.truth ? of(true) : left.open || right.open ? open() : of(false);
            }
            default: break;
        }
        if (left.open || right.open) return open();
        switch (op) {
            case Op::add: return {left.value + right.value, false, false};
            case Op::subtract: return {left.value - right.value, false, false};
            case Op::equal: return of(left.value == right.value);
            case Op::unequal: return of(left.value != right.value);
            case Op::less: return of(left.value < right.value);
            case Op::at_most: return of(left.value <= right.value);
            case Op::greater: return of(left.value > right.value);
            case Op::at_least: return of(left.value >= right.value);
            case Op::multiple_of: return right.value != 0 ? of(left.value % right.value == 0) : give_up();
            default: return give_up();
        }
    }
};

std::optional<Outcome> run_plainly(const Program& program, PlainMeaning meaning, std::vector<Number>& stack) {
    // A text may be compared with a text, which numbers know nothing of.
    if (!program.texts.empty() || !program.loops.empty()) return std::nullopt;
    stack.clear();
    const Number made = run(program, meaning, stack);
    // A missing figure that the rule fails for decides before the formula does.
    if (!meaning.plain || meaning.figures.must_fail()) return std::nullopt;
    return made.open ? Outcome::undecided : made.truth ? Outcome::pass : Outcome::fail;
}

}  // namespace

std::optional<Outcome> plain_outcome(
    FilingsAtHand& at_hand, const BoundInstance& bound, const PlainSums& sums, std::vector<PlainNumber>& stack) {
    const Instance& instance = bound.instance;
    if (instance.tolerant) return std::nullopt;
    Figures figures(at_hand, bound.scope, bound.mentions);
    if (instance.when) {
        const auto applies = run_plainly(*instance.when, {sums, figures}, stack);
        if (applies == Outcome::fail) return Outcome::not_applicable;
        if (applies != Outcome::pass) return applies;
    }
    const auto holds = run_plainly(instance.check, {sums, figures}, stack);
    return holds == Outcome::fail && figures.scoped() && !instance.judges_scope ? Outcome::undecided : holds;
}

}  // namespace gouji
