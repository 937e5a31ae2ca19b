// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/explain.hpp"

#include "engine/check/verdicts/private_sides_apart.hpp"
#include "engine/language/write_sum.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The figures with one of them changed.
class Changed final : public World {
public:
    explicit Changed(Figures& figures) : figures_(figures) {}

    const CellRef* cell_changed = nullptr;
    const FieldRef* field_changed = nullptr;
    Value changed;

    Value cell(const Program& program, const CellRef& ref) override {
        return cell_changed && ref == *cell_changed ? changed : figures_.cell(program, ref);
    }
    Value field(const FieldRef& ref) override {
        return field_changed && ref == *field_changed ? changed : figures_.field(ref);
    }
    Value answer(const Question& question) override { return figures_.answer(question); }
    std::size_t mentions(const StatedFact& fact) override { return figures_.mentions(fact); }
    void bind(int slot, const StatedFact& fact, std::size_t index) override { figures_.bind(slot, fact, index); }
    int mention_of(int slot) override { return figures_.mention_of(slot); }

private:
    Figures& figures_;
};

class ExplanationBuilder {
public:
    explicit ExplanationBuilder(const Inspected& inspected) : inspected_(inspected), figures_(inspected.figures) {}

    ExplainedInstance explain() {
        ExplainedInstance made;
        made.verdict = inspected_.verdict;
        if (inspected_.rule.when) made.when = part(*inspected_.rule.when, inspected_.rule.when->root, 0);
        made.check = part(inspected_.rule.check, inspected_.rule.check.root, 0);
        made.within = within_tolerance();
        made.turn = smallest_turn();
        for (int slot = 0; const Mention* mention = figures_.bound_mention(slot); ++slot)
            made.clauses.push_back({mention->text, mention->frame});
        return made;
    }

private:
    std::optional<std::string> within_tolerance() {
        const Program& check = inspected_.instance.check;
        const bool passed = inspected_.verdict.outcome == Outcome::pass;
        std::vector<Value> stack;
        if (!passed || !inspected_.instance.tolerant || !evaluate(check, figures_, stack).is_false())
            return std::nullopt;
        if (check.split == 0) return std::string();
        const auto apart = sides_apart(check, figures_, stack);
        return apart ? show(Value::of(apart->absolute()), check.compared.front()) : std::string();
    }

    /// The tree as far as its parts have values; figures under a sum are listed.
    ExplainedPart part(const Formula& formula, const Node& node, int depth) {
        constexpr int deepest = 24;
        ExplainedPart made;
        made.text = text_of(formula, node);
        const auto evaluated = evaluate_part(inspected_, formula, node);
        if (evaluated) {
            made.value = show(evaluated->value, evaluated->measure);
            const Program& program = evaluated->program;
            const bool one_cell = program.code.size() == 1 && program.cells.size() == 1;
            const bool one_field = program.code.size() == 1 && program.fields.size() == 1;
            if (one_cell) made.operand = figures_.operand(program, program.cells.front());
            if (one_field) made.operand = figures_.operand(program.fields.front());
        }
        if (depth == deepest) return made;
        if (node.kind == NodeKind::name) {
            for (const auto& [name, let] : inspected_.rule.lets) {
                if (name == node.text) made.parts.push_back(part(let, let.root, depth + 1));
            }
            return made;
        }
        if (node.kind == NodeKind::index) return made;
        if (node.kind == NodeKind::call && node.text == "means") {
            for (const Formula* meaning : meanings_of(node.kids[0].text))
                made.parts.push_back(part(*meaning, meaning->root, depth + 1));
            return made;
        }
        if (node.kind == NodeKind::call && node.text == "sum" && evaluated) {
            for (const CellRef& cell : evaluated->program.cells) made.parts.push_back(figure(evaluated->program, cell));
            if (!made.parts.empty() && node.kids.size() == 1) return made;
            made.parts.clear();
        }
        for (const Node& kid : node.kids) {
            if (auto one = part(formula, kid, depth + 1); !one.value.empty() || !one.parts.empty())
                made.parts.push_back(std::move(one));
        }
        return made;
    }

    /// What a variable's fact may stand for.
    std::vector<const Formula*> meanings_of(std::string_view variable) const {
        std::vector<const Formula*> all;
        for (const Binding& one : inspected_.instance.bindings) {
            if (one.variable != variable || !one.fact || !one.fact->means) continue;
            for (const Formula& meaning : *one.fact->means) all.push_back(&meaning);
        }
        return all;
    }

    ExplainedPart figure(const Program& program, const CellRef& cell) {
        ExplainedPart made;
        made.text = name_of(program, cell);
        made.value = show(figures_.cell(program, cell), cell.measure);
        made.operand = figures_.operand(program, cell);
        return made;
    }

    Outcome outcome_with(World& world) {
        std::vector<Value> stack;
        const Program& check = inspected_.instance.check;
        const Value value = inspected_.instance.tolerant ? evaluate_within(inspected_.rule.tolerance, check, world)
                                                         : evaluate(check, world, stack);
        return value.is_true() ? Outcome::pass : value.is_false() ? Outcome::fail : Outcome::undecided;
    }

    /// How far the sides of the comparison are apart with the figure as `value`.
    std::optional<Fraction> apart(Changed& world, const Fraction& value) {
        std::vector<Value> stack;
        world.changed = Value::of(value);
        return sides_apart(inspected_.instance.check, world, stack);
    }

    /// What the figure may be tried as: one more, one less, nothing, and what would make the sides equal.
    std::vector<Fraction> candidates(Changed& world, const std::optional<Fraction>& now) {
        std::vector<Fraction> all = {Fraction()};
        const Fraction from = now.value_or(Fraction());
        for (const std::int64_t step : {1, -1}) {
            if (const auto next = add(from, Fraction(step))) all.push_back(*next);
        }
        if (inspected_.instance.check.split == 0) return all;
        const auto here = apart(world, from);
        const auto next = add(from, Fraction(1));
        const auto there = next ? apart(world, *next) : std::nullopt;
        const auto slope = here && there ? subtract(*there, *here) : std::nullopt;
        if (!slope || slope->is_zero()) return all;
        const auto step = divide(*here, *slope);
        const auto solved = step ? subtract(from, *step) : std::nullopt;
        if (!solved) return all;
        all.push_back(*solved);
        for (const std::int64_t past : {1, -1}) {
            if (const auto beside = add(*solved, Fraction(past))) all.push_back(*beside);
        }
        return all;
    }

    void try_figure(Changed& world, const Value& value, const Operand& operand, Measure measure,
        std::optional<Turn>& best, Fraction& smallest) {
        if (value.kind == Value::Kind::overflow) return;
        const std::optional<Fraction> now = value.is_number() ? std::optional(value.number) : std::nullopt;
        const Outcome current = inspected_.verdict.outcome;
        const bool to_pass = current != Outcome::pass && current != Outcome::assumed;
        for (const Fraction& candidate : candidates(world, now)) {
            // Figures of a report are whole or end after a few places, and are no less than nothing.
            const bool printable = candidate.is_decimal() && !candidate.is_negative()
                && (measure != Measure::count || candidate.top().is_whole());
            if (!printable || (now && candidate == *now)) continue;
            const auto change = subtract(candidate, now.value_or(Fraction()));
            if (!change || (best && !(change->absolute() < smallest))) continue;
            world.changed = Value::of(candidate);
            const Outcome outcome = outcome_with(world);
            if (outcome != (to_pass ? Outcome::pass : Outcome::fail)) continue;
            smallest = change->absolute();
            best = Turn{operand, show(value, measure), show(Value::of(candidate), measure), outcome};
        }
    }

    std::optional<Turn> smallest_turn() {
        std::optional<Turn> best;
        Fraction smallest;
        const Program& check = inspected_.instance.check;
        if (inspected_.verdict.outcome == Outcome::not_applicable) return best;
        for (const CellRef& cell : check.cells) {
            if (cell.cell < 0 || !figures_.filings().table(cell.whose, cell.table)) continue;
            Changed world(figures_);
            world.cell_changed = &cell;
            try_figure(world, figures_.cell(check, cell), figures_.operand(check, cell), cell.measure, best, smallest);
        }
        for (const FieldRef& field : check.fields) {
            Changed world(figures_);
            world.field_changed = &field;
            try_figure(world, figures_.field(field), figures_.operand(field), field.measure, best, smallest);
        }
        return best;
    }

    const Inspected& inspected_;
    Figures& figures_;
};

}  // namespace

std::vector<ExplainedInstance> explain_rule(const Case& given, const Catalogue& catalogue, std::size_t first) {
    std::vector<ExplainedInstance> all;
    inspect_rule(given, catalogue, first,
        [&](const Inspected& inspected) { all.push_back(ExplanationBuilder(inspected).explain()); });
    return all;
}

}  // namespace gouji
