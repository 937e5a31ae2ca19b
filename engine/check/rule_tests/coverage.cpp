// SPDX-License-Identifier: Apache-2.0
#include "engine/check/rule_tests/coverage.hpp"

#include "engine/check/rule_tests/rule_tests.hpp"

#include <algorithm>
#include <tuple>

namespace gouji {
namespace {

struct Condition {
    const Formula* formula = nullptr;
    const Node* node = nullptr;
};

/// What can be true or false by itself, in a formula and in the lets that it names. What stands inside a quantifier has
/// no value without its variable.
class Conditions {
public:
    explicit Conditions(const Rule& rule) : rule_(rule) {
        if (rule.when) visit(*rule.when, rule.when->root);
        visit(rule.check, rule.check.root);
    }
    [[nodiscard]] const std::vector<Condition>& all() const { return all_; }

private:
    void visit(const Formula& formula, const Node& node) {
        switch (node.kind) {
            case NodeKind::both:
            case NodeKind::either:
            case NodeKind::implies:
            case NodeKind::invert:
                for (const Node& kid : node.kids) visit(formula, kid);
                return;
            case NodeKind::name: return visit_let(node.text);
            case NodeKind::call:
            case NodeKind::in: break;
            default:
                if (!is_comparison(node.kind)) return;
        }
        const bool known =
            std::any_of(all_.begin(), all_.end(), [&](const Condition& one) { return one.node == &node; });
        if (!known) all_.push_back({&formula, &node});
    }

    void visit_let(const std::string& name) {
        for (const auto& [let, formula] : rule_.lets) {
            if (let == name) return visit(formula, formula.root);
        }
    }

    const Rule& rule_;
    std::vector<Condition> all_;
};

}  // namespace

std::vector<RuleCoverage> cover_rules(const Catalogue& catalogue, const std::vector<RuleFile>& files) {
    const auto tests = tests_of(catalogue);
    std::vector<RuleCoverage> all;
    for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
        const Rule& rule = catalogue.rules[r];
        if (!rule.reported) continue;
        RuleCoverage made{rule.id, rule.file, rule.line, 0, {}, {}};
        const Conditions conditions(rule);
        for (const Condition& one : conditions.all())
            made.conditions.push_back({text_of(*one.formula, *one.node),
                line_at(files, one.formula->file, one.formula->offset + one.node->span.start), 0, 0, 0});
        for (const PlacedTest& test : tests) {
            if (test.owner != r) continue;
            ++made.tests;
            std::vector<Words> failures;
            const auto given = build_given(test.test->given, rule, catalogue, failures);
            if (!given) continue;
            inspect_rule(given->as_case(), catalogue, test.first, [&](const Inspected& inspected) {
                if (&inspected.rule != &rule) return;
                ++made.outcomes[static_cast<std::size_t>(inspected.verdict.outcome)];
                for (std::size_t i = 0; i < conditions.all().size(); ++i) {
                    const auto part = evaluate_part(inspected, *conditions.all()[i].formula, *conditions.all()[i].node);
                    if (!part) continue;
                    ConditionSeen& seen = made.conditions[i];
                    ++(part->value.is_true() ? seen.held : part->value.is_false() ? seen.failed : seen.open);
                }
            });
        }
        all.push_back(std::move(made));
    }
    std::stable_sort(all.begin(), all.end(), [](const RuleCoverage& a, const RuleCoverage& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return all;
}

}  // namespace gouji
