// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/rule.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Bindings = std::vector<Binding>;

class Expansion {
public:
    Expansion(const Rule& rule, const Names& names, std::vector<Issue>& issues) : rule_(rule), names_(names), issues_(issues) {}

    std::vector<Instance> all() {
        Bindings bindings;
        bind(0, bindings);
        return std::move(made_);
    }

private:
    void complain(const Code& code, const Formula& formula, Span span, Substitutes arguments = {}) {
        issues_.push_back({diagnose(code, arguments), &formula, span});
    }

    void complain_unknown(const Formula& formula, const Node& node, const std::vector<std::string>& known) {
        complain(language_codes::unknown_name, formula, node.span, {{"name", same(node.text)}, {"near", near_or_all(node.text, known)}});
    }

    std::vector<std::string> table_names() const {
        std::vector<std::string> known;
        for (const auto& one : names_.tables) known.push_back(one.name);
        return known;
    }

    void bind(std::size_t index, Bindings& bindings) {
        if (index == rule_.fors.size()) {
            made_.push_back(compile(bindings));
            return;
        }
        const Formula& formula = rule_.fors[index];
        const Node& root = formula.root;
        const bool shaped = root.kind == NodeKind::in && root.kids[0].kind == NodeKind::name && root.kids[1].kind == NodeKind::call;
        if (!shaped) return complain(rule_codes::not_a_domain, formula, root.span);
        const std::size_t before = issues_.size();
        const Bindings found = domain(formula, root.kids[0].text, root.kids[1]);
        // A filing may lack all of it; a form may not.
        if (found.empty() && issues_.size() == before && !names_.lenient) complain(rule_codes::empty_domain, formula, root.kids[1].span);
        for (const Binding& one : found) {
            bindings.push_back(one);
            bind(index + 1, bindings);
            bindings.pop_back();
        }
    }

    /// The domains of `for`.
    Bindings domain(const Formula& formula, const std::string& variable, const Node& call) {
        struct Domain {
            std::string_view name;
            Bindings (Expansion::*expand)(const Formula&, const std::string&, const Node&);
        };
        static constexpr std::array domains = {Domain{"rows", &Expansion::rows}, Domain{"columns", &Expansion::columns}, Domain{"tables", &Expansion::tables},
            Domain{"mentions", &Expansion::facts}, Domain{"totals", &Expansion::totals}};
        for (const Domain& one : domains) {
            if (one.name == call.text) return (this->*one.expand)(formula, variable, call);
        }
        complain(rule_codes::not_a_domain, formula, call.span);
        return {};
    }

    Bindings rows(const Formula& formula, const std::string& variable, const Node& call) { return lines(formula, variable, call, true); }
    Bindings columns(const Formula& formula, const std::string& variable, const Node& call) { return lines(formula, variable, call, false); }

    /// Totals of the tables that fit no form; the names of a filing hold them.
    Bindings totals(const Formula&, const std::string& variable, const Node&) {
        Bindings all;
        for (const auto& one : names_.totals) all.push_back({variable, Binding::Kind::total, nullptr, -1, nullptr, &one});
        return all;
    }

    /// rows(申请), rows(申请[不予公开, *]), and the same for columns.
    Bindings lines(const Formula& formula, const std::string& variable, const Node& call, bool rows) {
        const Node& what = call.kids[0];
        const bool indexed = what.kind == NodeKind::index;
        const Node& named = indexed ? what.kids[0] : what;
        const TableNames* table = named.kind == NodeKind::name ? names_.table(named.text) : nullptr;
        if (!table) {
            complain_unknown(formula, named, table_names());
            return {};
        }
        const Outline& outline = rows ? *table->rows : *table->columns;
        std::vector<int> leaves = outline.leaves_under(-1);
        if (indexed) {
            const Node& selector = what.kids[rows ? 1 : 2];
            if (selector.kind == NodeKind::name) {
                const auto found = outline.find(selector.text);
                const int* node = std::get_if<int>(&found);
                if (!node) {
                    std::vector<std::string> known;
                    for (const auto& one : outline.nodes()) known.push_back(one.path);
                    complain_unknown(formula, selector, known);
                    return {};
                }
                leaves = outline.leaves_under(*node);
            }
        }
        Bindings all;
        for (const int leaf : leaves) all.push_back({variable, rows ? Binding::Kind::row : Binding::Kind::column, table, leaf, nullptr, nullptr});
        return all;
    }

    Bindings tables(const Formula& formula, const std::string& variable, const Node& call) {
        Bindings all;
        if (call.kids[0].kind == NodeKind::star) {
            for (const auto& one : names_.tables) all.push_back({variable, Binding::Kind::table, &one, -1, nullptr, nullptr});
            return all;
        }
        for (const Node& kid : call.kids) {
            if (const TableNames* table = kid.kind == NodeKind::name ? names_.table(kid.text) : nullptr) {
                all.push_back({variable, Binding::Kind::table, table, -1, nullptr, nullptr});
                continue;
            }
            complain_unknown(formula, kid, table_names());
        }
        return all;
    }

    /// mentions(受理, 办理): by fact or by kind; mentions(*): every fact of the form.
    Bindings facts(const Formula& formula, const std::string& variable, const Node& call) {
        Bindings all;
        for (const Node& kid : call.kids) {
            const std::size_t before = all.size();
            for (const auto& fact : names_.facts) {
                if (kid.kind == NodeKind::star || fact.name == kid.text || fact.kind == kid.text) all.push_back({variable, Binding::Kind::fact, nullptr, -1, &fact, nullptr});
            }
            if (all.size() != before || names_.lenient || kid.kind == NodeKind::star) continue;
            std::vector<std::string> known;
            for (const auto& fact : names_.facts) {
                known.push_back(fact.name);
                if (!fact.kind.empty()) known.push_back(fact.kind);
            }
            complain_unknown(formula, kid, known);
        }
        return all;
    }

    Instance compile(const Bindings& bindings) {
        Instance made;
        for (const Binding& one : bindings) describe(one, made);
        Compiler compiler(names_, bindings, rule_.lets, issues_);
        if (rule_.when) made.when = compiler.truth(*rule_.when);
        const std::size_t before = issues_.size();
        if (auto check = compiler.truth(rule_.check)) made.check = std::move(*check);
        if (issues_.size() == before) made.sides = compiler.sides(rule_.check);
        for (const auto& [name, formula] : rule_.lets) {
            if (auto program = compiler.any(formula)) made.lets.emplace_back(name, std::move(*program));
        }
        if (made.at.table.empty()) name_table(made);
        return made;
    }

    /// A rule that speaks of one table is about that table.
    void name_table(Instance& made) const {
        int table = -1;
        for (const auto& cell : made.check.cells) {
            if (table >= 0 && table != cell.table) return;
            table = cell.table;
        }
        for (const auto& one : names_.tables) {
            if (one.id == table) made.at.table = one.name;
        }
    }

    static void describe(const Binding& binding, Instance& made) {
        std::string shown;
        switch (binding.kind) {
            case Binding::Kind::row:
                made.at.table = binding.table->name;
                shown = made.at.row = binding.table->rows->leaf(binding.leaf).path;
                break;
            case Binding::Kind::column:
                made.at.table = binding.table->name;
                shown = made.at.column = binding.table->columns->leaf(binding.leaf).path;
                break;
            case Binding::Kind::table: shown = made.at.table = binding.table->name; break;
            case Binding::Kind::fact:
                shown = made.at.fact = binding.fact->name;
                made.fact = binding.fact->id;
                made.fact_variable = binding.variable;
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
    std::vector<Issue>& issues_;
    std::vector<Instance> made_;
};

}  // namespace

std::vector<Instance> instances_of(const Rule& rule, const Names& names, std::vector<Issue>& issues) { return Expansion(rule, names, issues).all(); }

}  // namespace gouji
