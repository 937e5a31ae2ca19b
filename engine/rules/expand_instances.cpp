// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/rule.hpp"

#include <algorithm>

namespace gouji {
namespace {

class Expansion {
public:
    Expansion(const Rule& rule, const Names& names, Issues& issues) : rule_(rule), names_(names), issues_(issues) {}

    std::vector<Instance> all() {
        bind(0);
        return std::move(made_);
    }

private:
    void bind(std::size_t index) {
        if (index == rule_.fors.size()) {
            if (is_done()) return;
            if (weight_ >= most_instances) return complain_full();
            made_.push_back(compile());
            weight_ += weight_of(made_.back());
            return;
        }
        const auto found = Compiler(names_, bindings_, rule_.lets, issues_).expand(rule_.fors[index]);
        if (rule_.fors.size() == 1) made_.reserve(std::min(found.size(), most_instances));
        int slot = 0;
        for (const Binding& one : bindings_) slot = std::max(slot, one.slot + 1);
        for (const Binding& one : found) {
            if (is_done()) return;
            bindings_.push_back(one);
            if (one.kind == Binding::Kind::fact) bindings_.back().slot = slot;
            bind(index + 1);
            bindings_.pop_back();
        }
    }

    /// At load a rule with a mistake is refused, and most mistakes are the same under all bindings.
    [[nodiscard]] bool is_done() const { return full_ || (!names_.lenient && in_vain_ > most_steps); }

    void complain_full() {
        full_ = true;
        const Formula& last = rule_.fors.back();
        issues_.add({diagnose(rule_codes::too_many_instances, {{"limit", same(std::to_string(most_instances))}}), &last,
            last.root.span});
    }

    Instance compile() {
        Instance made;
        made.bindings = bindings_;
        for (const Binding& one : bindings_) describe(one, made);
        Compiler compiler(names_, bindings_, rule_.lets, issues_);
        const auto counted = [&](std::optional<Program> program) {
            if (!program) in_vain_ += compiler.steps();
            return program;
        };
        if (rule_.when) made.when = counted(compiler.truth(*rule_.when));
        if (auto check = counted(compiler.truth(rule_.check))) {
            made.check = std::move(*check);
            check_tolerance(made.check);
            made.tolerant = matters(rule_.tolerance, made.check);
            if (!rule_.when && !made.tolerant) made.equation = equation_of(made.check);
        }
        const auto asks = [](const Program& program) {
            return std::any_of(program.questions.begin(), program.questions.end(),
                [](const Question& one) { return one.what == Question::What::scoped; });
        };
        made.judges_scope = asks(made.check) || (made.when && asks(*made.when));
        for (const auto& [name, formula] : rule_.lets) {
            if (!message_uses(rule_, name)) continue;
            if (auto program = counted(compiler.any(formula))) made.lets.emplace_back(name, std::move(*program));
        }
        if (made.at.table.empty()) name_table(made);
        return made;
    }

    /// 1元 says nothing of a comparison of counts.
    void check_tolerance(const Program& check) {
        const Tolerance& tolerance = rule_.tolerance;
        if (tolerance.kind != Tolerance::Kind::within || tolerance.measure == Measure::share) return;
        for (const Measure one : check.compared) {
            if (common(one, tolerance.measure)) continue;
            issues_.add({diagnose(language_codes::measures_differ,
                             {{"left", words_of(one)}, {"right", words_of(tolerance.measure)}}),
                &rule_.check, rule_.check.root.span});
            return;
        }
    }

    /// A rule that speaks of one table is about that table.
    void name_table(Instance& made) const {
        int table = -1;
        for (const auto& cell : made.check.cells) {
            if (cell.whose != Whose::own) continue;
            if (table >= 0 && table != cell.table) return;
            table = cell.table;
        }
        for (const auto& one : names_.tables) {
            if (one.id == table) made.at.table = one.name;
        }
    }

    void describe(const Binding& binding, Instance& made) const {
        std::string shown;
        switch (binding.kind) {
            case Binding::Kind::row:
                made.at.table = binding.table->name;
                shown = made.at.row = binding.table->rows->node(binding.node).path;
                break;
            case Binding::Kind::column:
                made.at.table = binding.table->name;
                shown = made.at.column = binding.table->columns->node(binding.node).path;
                break;
            case Binding::Kind::table: shown = made.at.table = binding.table->name; break;
            case Binding::Kind::section:
                shown = made.at.section = names_.sections[static_cast<std::size_t>(binding.node)];
                break;
            case Binding::Kind::fact:
                shown = made.at.fact = binding.fact->name;
                made.facts.push_back({binding.variable, binding.fact->id});
                break;
            case Binding::Kind::total:
                made.at.row = binding.total->row;
                made.at.column = binding.total->column;
                shown = binding.total->row;
                break;
        }
        made.bound.emplace_back(binding.variable, shown);
    }

    const Rule& rule_;
    const Names& names_;
    Issues& issues_;
    std::vector<Binding> bindings_;
    std::vector<Instance> made_;
    std::size_t weight_ = 0;
    std::size_t in_vain_ = 0;  ///< steps that ended in mistakes
    bool full_ = false;
};

}  // namespace

std::size_t weight_of(const Instance& instance) {
    std::size_t steps = instance.check.code.size() + (instance.when ? instance.when->code.size() : 0);
    for (const auto& [name, program] : instance.lets) steps += program.code.size();
    constexpr std::size_t common = 64;
    return 1 + steps / common;
}

std::vector<Instance> instances_of(const Rule& rule, const Names& names, Issues& issues) {
    return Expansion(rule, names, issues).all();
}

namespace {

/// The cells with that factor, in order.
std::vector<std::uint16_t> cells_with(int factor, const LinearEquation& equation) {
    std::vector<std::uint16_t> cells;
    for (const auto& term : equation.terms) {
        if (term.factor == factor) cells.push_back(static_cast<std::uint16_t>(term.cell));
    }
    std::sort(cells.begin(), cells.end());
    return cells;
}

/// Takes the cells into the last block when they are its own, moved once more.
bool continue_block(Shortcuts& sums, const std::vector<std::uint16_t>& added, const std::vector<std::uint16_t>& taken) {
    if (sums.blocks.empty()) return false;
    Shortcuts::Block& last = sums.blocks.back();
    if (last.instances == Shortcuts::most_alike || last.added != added.size() || last.taken != taken.size())
        return false;
    const auto first = sums.cells.end() - last.added - last.taken;
    const auto shift = static_cast<std::uint16_t>(((added.empty() ? taken : added).front() - *first) / last.instances);
    if (last.instances > 1 && shift != last.shift) return false;
    const auto moved = [&](std::uint16_t old, std::uint16_t now) { return now == old + last.instances * shift; };
    if (!std::equal(added.begin(), added.end(), first, [&](auto now, auto old) { return moved(old, now); }))
        return false;
    if (!std::equal(
            taken.begin(), taken.end(), first + last.added, [&](auto now, auto old) { return moved(old, now); }))
        return false;
    last.shift = shift;
    ++last.instances;
    return true;
}

}  // namespace

namespace {

/// Puts the sums of all instances; leaves none where one of them is anything else.
void put_sums(const std::vector<Instance>& instances, Shortcuts& made) {
    for (const Instance& one : instances) {
        const auto give_up = [&] { made.table = -1; };
        const bool counts = std::all_of(one.check.cells.begin(), one.check.cells.end(),
            [](const CellRef& cell) { return cell.measure == Measure::count; });
        if (!one.equation || !counts || !one.equation->constant.is_zero()) return give_up();
        const auto& terms = one.equation->terms;
        // A cell that cancels out is still asked for: where it is missing nothing can be said.
        if (terms.size() != one.check.cells.size()) return give_up();
        if (made.table < 0) made.table = terms.front().table;
        const auto fits = [&](const auto& term) {
            return term.table == made.table && (term.factor == 1 || term.factor == -1) && term.cell < 0xFFFF;
        };
        if (!std::all_of(terms.begin(), terms.end(), fits)) return give_up();
        const auto added = cells_with(1, *one.equation), taken = cells_with(-1, *one.equation);
        if (continue_block(made, added, taken)) continue;
        made.blocks.push_back(
            {1, 0, static_cast<std::uint16_t>(added.size()), static_cast<std::uint16_t>(taken.size())});
        made.cells.insert(made.cells.end(), added.begin(), added.end());
        made.cells.insert(made.cells.end(), taken.begin(), taken.end());
    }
}

}  // namespace

Shortcuts shortcuts_of(const std::vector<Instance>& instances) {
    Shortcuts made;
    for (const Instance& one : instances) made.facts.push_back(one.facts.empty() ? -1 : one.facts.front().fact);
    put_sums(instances, made);
    return made;
}

bool message_uses(const Rule& rule, std::string_view name) {
    return std::any_of(rule.message_arguments.begin(), rule.message_arguments.end(), [&](const MessageArguments& one) {
        return std::find(one.names.begin(), one.names.end(), name) != one.names.end();
    });
}

bool uses_name(const Node& node, std::string_view name) {
    const std::string_view text = node.text;
    if ((node.kind == NodeKind::name || node.kind == NodeKind::call) && text.substr(0, text.find('.')) == name)
        return true;
    return std::any_of(node.kids.begin(), node.kids.end(), [&](const Node& kid) { return uses_name(kid, name); });
}

}  // namespace gouji
