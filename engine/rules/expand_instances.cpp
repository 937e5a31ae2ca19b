// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/expand_instances.hpp"

#include "engine/language/codes.hpp"
#include "engine/rules/codes.hpp"

#include <algorithm>

namespace gouji {
namespace {

class InstanceExpander {
public:
    InstanceExpander(const Rule& rule, const Names& names, Issues& issues)
        : rule_(rule), names_(names), issues_(issues), compiler_(names, {}, rule.lets, issues) {
        // A list of official size has some 1,500 rows: the bound grows with what is printed.
        constexpr std::size_t most_cells = 40'000;
        for (const TableNames& table : names.tables) {
            if (table.printed) most_ = std::min(most_ + table.cells->size(), most_instances + most_cells);
        }
    }

    std::vector<Instance> all() {
        bind(0);
        return std::move(instances_);
    }

private:
    void bind(std::size_t index) {
        if (index == rule_.fors.size()) {
            if (is_done()) return;
            if (weight_ >= most_) return complain_full();
            instances_.push_back(compile());
            weight_ += weight_of(instances_.back());
            return;
        }
        compiler_.bind_anew(bindings_);
        const auto found = compiler_.expand(rule_.fors[index]);
        if (rule_.fors.size() == 1) instances_.reserve(std::min(found.size(), most_));
        int slot = 0;
        for (const Binding& bound : bindings_) slot = std::max(slot, bound.slot + 1);
        for (const Binding& binding : found) {
            if (is_done()) return;
            bindings_.push_back(binding);
            if (binding.kind == Binding::Kind::fact) bindings_.back().slot = slot;
            bind(index + 1);
            bindings_.pop_back();
        }
    }

    /// At load a rule with a mistake is refused, and most mistakes are the same under all bindings.
    [[nodiscard]] bool is_done() const { return full_ || (!names_.lenient && in_vain_ > most_steps); }

    void complain_full() {
        full_ = true;
        const Formula& last = rule_.fors.back();
        issues_.add({diagnose(rule_codes::too_many_instances, {{"limit", same(std::to_string(most_))}}), &last,
            last.root.span});
    }

    Instance compile() {
        Instance instance;
        instance.bindings = bindings_;
        for (const Binding& binding : bindings_) describe(binding, instance);
        compiler_.bind_anew(bindings_);
        if (rule_.when) {
            if (auto when = counted(compiler_.truth(*rule_.when)))
                instance.when = std::make_shared<const Program>(std::move(*when));
        }
        if (auto check = counted(compiler_.truth(rule_.check))) add_check(std::move(*check), instance);
        instance.judges_scope = asks_scope(instance.check) || (instance.when && asks_scope(*instance.when));
        for (const auto& [name, formula] : rule_.lets) {
            if (!message_uses(rule_, name)) continue;
            if (auto program = counted(compiler_.any(formula))) instance.lets.emplace_back(name, std::move(*program));
        }
        if (instance.at.table.empty()) name_table(instance);
        return instance;
    }

    std::optional<Program> counted(std::optional<Program> program) {
        if (!program) in_vain_ += compiler_.steps();
        return program;
    }

    void add_check(Program check, Instance& instance) {
        instance.check = std::move(check);
        check_tolerance(instance.check);
        instance.tolerant = matters(rule_.tolerance, instance.check);
        if (!rule_.when && (!instance.tolerant || rule_.tolerance.kind == Tolerance::Kind::rounding))
            instance.equation = equation_of(instance.check);
    }

    static bool asks_scope(const Program& program) {
        return std::any_of(program.questions.begin(), program.questions.end(), [](const Question& question) {
            return question.what == Question::What::scoped || question.what == Question::What::year_before;
        });
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
    void name_table(Instance& instance) const {
        int table = -1;
        for (const auto& cell : instance.check.cells) {
            if (cell.whose != Whose::own) continue;
            if (table >= 0 && table != cell.table) return;
            table = cell.table;
        }
        for (const auto& names : names_.tables) {
            if (names.id == table) instance.at.table = names.name;
        }
    }

    void describe(const Binding& binding, Instance& instance) const {
        std::string shown;
        switch (binding.kind) {
            case Binding::Kind::row:
                instance.at.table = binding.table->name;
                shown = instance.at.row = binding.table->rows->node(binding.node).path;
                break;
            case Binding::Kind::column:
                instance.at.table = binding.table->name;
                shown = instance.at.column = binding.table->columns->node(binding.node).path;
                break;
            case Binding::Kind::table: shown = instance.at.table = binding.table->name; break;
            case Binding::Kind::section:
                shown = instance.at.section = names_.sections[static_cast<std::size_t>(binding.node)];
                break;
            case Binding::Kind::fact:
                shown = instance.at.fact = binding.fact->name;
                if (binding.fact->rows) shown = instance.at.row = binding.fact->row_path();
                instance.facts.push_back({binding.variable, {binding.fact->id, binding.fact->row_path()}});
                break;
            case Binding::Kind::total:
                instance.at.row = binding.total->row;
                instance.at.column = binding.total->column;
                shown = binding.total->row;
                break;
        }
        instance.bound.emplace_back(binding.variable, shown);
    }

    const Rule& rule_;
    const Names& names_;
    Issues& issues_;
    Compiler compiler_;
    std::vector<Binding> bindings_;
    std::vector<Instance> instances_;
    std::size_t most_ = most_instances;
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
    return InstanceExpander(rule, names, issues).all();
}

}  // namespace gouji
