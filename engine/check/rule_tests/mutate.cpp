// SPDX-License-Identifier: Apache-2.0
#include "engine/check/rule_tests/mutate.hpp"

#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/rules/compile_rule.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

namespace gouji {
namespace {

struct Swap {
    NodeKind from;
    NodeKind to;
    std::string_view sign_from;
    std::string_view sign_to;
};

constexpr std::array swaps = {Swap{NodeKind::equal, NodeKind::unequal, "==", "!="},
    Swap{NodeKind::equal, NodeKind::at_most, "==", "<="}, Swap{NodeKind::equal, NodeKind::at_least, "==", ">="},
    Swap{NodeKind::unequal, NodeKind::equal, "!=", "=="}, Swap{NodeKind::less, NodeKind::at_most, "<", "<="},
    Swap{NodeKind::less, NodeKind::at_least, "<", ">="}, Swap{NodeKind::at_most, NodeKind::less, "<=", "<"},
    Swap{NodeKind::at_most, NodeKind::greater, "<=", ">"}, Swap{NodeKind::greater, NodeKind::at_least, ">", ">="},
    Swap{NodeKind::greater, NodeKind::at_most, ">", "<="}, Swap{NodeKind::at_least, NodeKind::greater, ">=", ">"},
    Swap{NodeKind::at_least, NodeKind::less, ">=", "<"}, Swap{NodeKind::both, NodeKind::either, "and", "or"},
    Swap{NodeKind::either, NodeKind::both, "or", "and"}, Swap{NodeKind::implies, NodeKind::both, "implies", "and"},
    Swap{NodeKind::add, NodeKind::subtract, "+", "-"}, Swap{NodeKind::subtract, NodeKind::add, "-", "+"},
    Swap{NodeKind::multiply, NodeKind::divide, "*", "/"}, Swap{NodeKind::divide, NodeKind::multiply, "/", "*"}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> renamed = {
    {{"all", "any"}, {"any", "all"}, {"none", "any"}, {"known", "not known"}}};

/// Calls `take` with every way to change one thing of a tree.
class Changing {
public:
    using Take = std::function<void(const Node& root, Words change)>;
    Changing(const Catalogue& catalogue, const Rule& rule, const Node& root, const Take& take)
        : catalogue_(catalogue), rule_(rule), root_(root), take_(take) {
        visit(root_);
    }

private:
    void told(std::string_view what, const std::string& from, const std::string& to) {
        take_(root_, {std::string(what) + "：" + from + " → " + to, from + " → " + to});
    }

    /// Tries another node in the place of this one. The texts are copies: those of the node move with it.
    void with(Node& node, Node other, std::string_view what, const std::string from, const std::string to) {  // NOLINT
        std::swap(node, other);
        told(what, from, to);
        std::swap(node, other);
    }

    void visit(Node& node) {
        for (const Swap& one : swaps) {
            if (one.from != node.kind || means_the_same(node, one)) continue;
            node.kind = one.to;
            told("运算", std::string(one.sign_from), std::string(one.sign_to));
            node.kind = one.from;
        }
        switch (node.kind) {
            case NodeKind::add:
            case NodeKind::subtract:
            case NodeKind::both:
            case NodeKind::either:
            case NodeKind::implies:
                for (const std::size_t kept : {0U, 1U})
                    with(node, Node(node.kids[kept]), "少一项", "a, b", kept == 0 ? "a" : "b");
                break;
            case NodeKind::except: with(node, Node(node.kids[0]), "去掉 except", "a except b", "a"); break;
            case NodeKind::invert:
            case NodeKind::negate: with(node, Node(node.kids[0]), "去掉否定", "not a", "a"); break;
            case NodeKind::in: visit_in(node); break;
            case NodeKind::set: drop_each(node); break;
            case NodeKind::call: visit_call(node); break;
            case NodeKind::number: visit_number(node); break;
            case NodeKind::index: visit_index(node); break;
            default: break;
        }
        const bool domain = node.kind == NodeKind::call && !node.kids.empty() && node.kids[0].kind == NodeKind::in;
        for (std::size_t i = domain ? 1 : 0; i < node.kids.size(); ++i) {
            if (node.kind != NodeKind::index || i == 0) visit(node.kids[i]);
        }
    }

    /// No figure of a report is less than nothing: == 0 and <= 0 are one.
    static bool means_the_same(const Node& node, const Swap& swap) {
        const bool zero = node.kids.size() == 2 && node.kids[1].kind == NodeKind::number && node.kids[1].text == "0";
        return zero && swap.from == NodeKind::equal && swap.to == NodeKind::at_most;
    }

    void visit_in(Node& node) {
        if (node.kids[1].kind == NodeKind::call && node.kids[0].kind == NodeKind::name && node.kids[1].text != "means")
            return;
        Node inverted{NodeKind::invert, node.span, {}, {}, {node}};
        with(node, std::move(inverted), "否定", "a in b", "not a in b");
    }

    void drop_each(Node& node) {
        if (node.kids.size() < 2) return;
        for (std::size_t i = 0; i < node.kids.size(); ++i) {
            Node fewer = node;
            fewer.kids.erase(fewer.kids.begin() + static_cast<std::ptrdiff_t>(i));
            with(node, std::move(fewer), "少一项", "第 " + std::to_string(i + 1) + " 项", "-");
        }
    }

    void visit_call(Node& node) {
        for (const auto& [from, to] : renamed) {
            if (node.text != from) continue;
            Node other = node;
            if (from == "known") other = Node{NodeKind::truth, node.span, "true", {}, {}};
            else other.text = to;
            with(node, std::move(other), "函数", std::string(from), std::string(from == "known" ? "true" : to));
        }
        if (node.text == "sum" && node.kids.size() > 1 && node.kids[0].kind != NodeKind::in) drop_each(node);
        if (node.text == "stated" || node.text == "present")
            with(node, Node{NodeKind::truth, node.span, "true", {}, {}}, "函数", node.text, "true");
    }

    void visit_number(Node& node) {
        const auto value = Decimal::parse(node.text);
        const auto more = value ? add(*value, Decimal(1)) : std::nullopt;
        if (!more) return;
        Node other = node;
        other.text = more->to_string();
        with(node, std::move(other), "数", node.text, more->to_string());
    }

    /// The next row or column in the place of one that is named, and the rest of them in the place of a star.
    void visit_index(Node& node) {
        std::string_view name = node.kids[0].text;
        if (name.substr(0, 9) == "previous.") {
            Node own = node;
            own.kids[0].text = name.substr(9);
            with(node, std::move(own), "年度", "previous", "本年");
            name.remove_prefix(9);
        }
        const TableForm* table = nullptr;
        for (const FormEntry& entry : catalogue_.forms) {
            if (const TableNames* found = is_for(rule_, entry.form) ? entry.names.table(name) : nullptr)
                table = entry.form.table(found->name);
        }
        if (!table) return;
        for (const std::size_t axis : {1U, 2U}) {
            const Outline& outline = axis == 1 ? table->rows : table->columns;
            Node& selector = node.kids[axis];
            const auto found = outline.find(selector.text);
            const int* place = selector.kind == NodeKind::name ? std::get_if<int>(&found) : nullptr;
            if (!place) continue;
            const int count = static_cast<int>(outline.nodes().size());
            for (const int step : {1, count - 1}) {
                int other = *place;
                do other = (other + step) % count;
                while (outline.node(other).leaf < 0);
                Node moved = selector;
                moved.text = outline.node(other).path;
                const std::string from = selector.text;
                with(selector, moved, axis == 1 ? "行" : "列", from, moved.text);
            }
        }
    }

    const Catalogue& catalogue_;
    const Rule& rule_;
    Node root_;
    const Take& take_;
};

bool same_programs(const std::vector<std::vector<Instance>>& a, const std::vector<std::vector<Instance>>& b) {
    const auto same = [](const Program& x, const Program& y) {
        return x.code == y.code && x.cells == y.cells && x.fields == y.fields && x.questions == y.questions
            && x.numbers == y.numbers && x.loops.size() == y.loops.size() && x.loops.empty();
    };
    for (std::size_t f = 0; f < a.size(); ++f) {
        if (a[f].size() != b[f].size()) return false;
        for (std::size_t i = 0; i < a[f].size(); ++i) {
            if (!same(a[f][i].check, b[f][i].check) || !a[f][i].when != !b[f][i].when) return false;
            if (a[f][i].when && !same(*a[f][i].when, *b[f][i].when)) return false;
        }
    }
    return true;
}

class RuleMutator {
public:
    /// A test that fails as it is would seem to notice everything.
    explicit RuleMutator(Catalogue& catalogue) : catalogue_(catalogue), tests_(tests_by_rule(catalogue)) {
        for (auto& tests : tests_)
            std::erase_if(tests, [&](const PlacedTest& one) { return !run_test(one, catalogue_).empty(); });
    }

    std::vector<Mutant> all() {
        for (std::size_t r = 0; r < catalogue_.rules.size(); ++r) {
            if (!catalogue_.rules[r].reported) continue;
            const Rule original = catalogue_.rules[r];
            change(r, original.check, [](Rule& rule) -> Formula& { return rule.check; });
            if (original.when) {
                change(r, *original.when, [](Rule& rule) -> Formula& { return *rule.when; });
                Rule without = original;
                without.when.reset();
                attempt(r, original, std::move(without), original.when->text, {"去掉 when", "without when"});
            }
            for (std::size_t i = 0; i < original.own_lets; ++i) {
                change(r, original.lets[i].second, [i](Rule& rule) -> Formula& { return rule.lets[i].second; });
            }
        }
        return std::move(made_);
    }

private:
    template <class FormulaOf>
    void change(std::size_t r, const Formula& formula, const FormulaOf& formula_of) {
        const Rule original = catalogue_.rules[r];
        const Node root = formula.root;
        Changing(catalogue_, original, root, [&](const Node& changed, Words what) {
            Rule mutant = original;
            formula_of(mutant).root = changed;
            attempt(r, original, std::move(mutant), formula.text, std::move(what));
        });
    }

    /// Puts the mutant in the place of the rule and runs the rule's tests.
    void attempt(std::size_t r, const Rule& original, Rule mutant, const std::string& before, Words what) {
        CompiledRule compiled = compile_rule(mutant, catalogue_);
        const bool refused = std::any_of(
            compiled.issues.begin(), compiled.issues.end(), [](const auto& one) { return !one.second.empty(); });
        if (refused || same_programs(compiled.by_form, catalogue_.compiled[r])) return;
        std::swap(catalogue_.compiled[r], compiled.by_form);
        std::swap(catalogue_.rules[r], mutant);
        const bool noticed = std::any_of(tests_[r].begin(), tests_[r].end(),
            [&](const PlacedTest& one) { return !run_test(one, catalogue_).empty(); });
        std::swap(catalogue_.rules[r], mutant);
        std::swap(catalogue_.compiled[r], compiled.by_form);
        made_.push_back({original.id, original.file, original.line, before, std::move(what), noticed});
    }

    Catalogue& catalogue_;
    std::vector<std::vector<PlacedTest>> tests_;  ///< of each rule
    std::vector<Mutant> made_;
};

}  // namespace

std::vector<Mutant> mutate_rules(Catalogue& catalogue) { return RuleMutator(catalogue).all(); }

std::vector<Unwatched> unwatched_cells(const Catalogue& catalogue) {
    std::vector<Unwatched> all;
    for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
        const Form& form = catalogue.forms[f].form;
        std::set<std::pair<int, int>> watched;
        const auto watch = [&](const CellRef& one) { watched.emplace(one.table, one.cell); };
        for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
            if (!catalogue.rules[r].reported) continue;
            for (const Instance& instance : catalogue.compiled[r][f]) {
                for_each_cell(instance.check, watch);
                if (instance.when) for_each_cell(*instance.when, watch);
            }
        }
        for (std::size_t t = 0; t < form.tables.size(); ++t) {
            const TableForm& table = form.tables[t];
            Unwatched made{form.id, table.name, {}};
            for (int cell = 0; cell < static_cast<int>(table.cells.size()); ++cell) {
                if (!table.cells[static_cast<std::size_t>(cell)] || watched.contains({static_cast<int>(t), cell}))
                    continue;
                made.cells.push_back("[" + table.rows.leaf(table.row_of(cell)).path + ", "
                    + table.columns.leaf(table.column_of(cell)).path + "]");
            }
            if (!made.cells.empty()) all.push_back(std::move(made));
        }
    }
    return all;
}

}  // namespace gouji
