// SPDX-License-Identifier: Apache-2.0
#include "engine/check/rule_tests/coverage.hpp"

#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/check/rule_tests/test_filings.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/source/line_columns.hpp"

#include <algorithm>
#include <map>
#include <string_view>
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

/// The lines of files, each looked through once.
class LinePlaces {
public:
    explicit LinePlaces(const std::vector<RuleFile>& files) {
        for (const RuleFile& one : files) lines_.try_emplace(one.name, one.content);
    }

    /// Counted from 1; 0 where the file is not among them.
    [[nodiscard]] int line_at(const std::string& name, std::size_t offset) const {
        const auto found = lines_.find(name);
        return found == lines_.end() ? 0 : static_cast<int>(found->second.line_of(offset)) + 1;
    }

private:
    std::map<std::string_view, LineColumns> lines_;
};

/// Adds what a test reaches of a rule.
void add_test(const PlacedTest& test, const Rule& rule, const Catalogue& catalogue,
    const std::vector<Condition>& conditions, RuleCoverage& coverage) {
    ++coverage.tests;
    std::vector<Words> failures;
    const auto built = build_test_case(test.test->given, rule, catalogue, failures);
    if (!built) return;
    inspect_rule(built->as_case(), catalogue, test.first, [&](const Inspected& inspected) {
        if (&inspected.rule != &rule) return;
        ++coverage.outcomes[static_cast<std::size_t>(inspected.verdict.outcome)];
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            const auto part = evaluate_part(inspected, *conditions[i].formula, *conditions[i].node);
            if (!part) continue;
            ConditionSeen& seen = coverage.conditions[i];
            ++(part->value.is_true() ? seen.held : part->value.is_false() ? seen.failed : seen.open);
        }
    });
}

}  // namespace

std::vector<RuleCoverage> cover_rules(const Catalogue& catalogue, const std::vector<RuleFile>& files) {
    const auto tests = tests_by_rule(catalogue);
    const LinePlaces lines(files);
    std::vector<RuleCoverage> all;
    for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
        const Rule& rule = catalogue.rules[r];
        if (!rule.reported) continue;
        RuleCoverage& coverage = all.emplace_back(RuleCoverage{rule.id, rule.file, rule.line, 0, {}, {}});
        const Conditions conditions(rule);
        for (const Condition& condition : conditions.all()) {
            const Formula& formula = *condition.formula;
            const int line = lines.line_at(formula.file, formula.offset + condition.node->span.start);
            coverage.conditions.push_back({text_of(formula, *condition.node), line, 0, 0, 0});
        }
        for (const PlacedTest& test : tests[r]) add_test(test, rule, catalogue, conditions.all(), coverage);
    }
    std::stable_sort(all.begin(), all.end(), [](const RuleCoverage& a, const RuleCoverage& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return all;
}

}  // namespace gouji
