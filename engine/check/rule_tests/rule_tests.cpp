// SPDX-License-Identifier: Apache-2.0
#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/check/rule_tests/test_filings.hpp"

#include "engine/check/verdicts/judge.hpp"

#include <algorithm>
#include <tuple>

namespace gouji {
namespace {

using Failures = std::vector<Words>;

std::string describe(const Verdict& verdict) {
    std::string text;
    for (const auto& [name, value] : verdict.bound) text += (text.empty() ? "" : ", ") + name + ": " + value;
    return "{" + text + "}";
}

/// `{c: 自然人}` against what the instance has bound; `true` and `{}` mean every instance.
bool matches(const Yaml& wanted, const Verdict& verdict) {
    return std::all_of(wanted.entries.begin(), wanted.entries.end(), [&](const auto& entry) {
        return std::any_of(verdict.bound.begin(), verdict.bound.end(),
            [&](const auto& one) { return one.first == entry.key.text && one.second == entry.value.text; });
    });
}

void compare(const Yaml& expect, const std::vector<Verdict>& verdicts, Failures& failures) {
    std::vector<bool> told(verdicts.size());
    for (const auto& [outcome, list] : expect.entries) {
        const std::vector<Yaml> wanted = list.is_list() ? list.items : std::vector<Yaml>{list};
        for (const Yaml& one : wanted) {
            bool found = false;
            for (std::size_t i = 0; i < verdicts.size(); ++i) {
                if (name_of(verdicts[i].outcome) != outcome.text || !matches(one, verdicts[i])) continue;
                found = true;
                told[i] = true;
            }
            if (found) continue;
            std::string which;
            for (const auto& [name, value] : one.entries)
                which += (which.empty() ? "" : ", ") + name.text + ": " + value.text;
            failures.push_back(fill("没有得到 {outcome} {which}", "no {outcome} {which}",
                {{"outcome", same(outcome.text)}, {"which", same("{" + which + "}")}}));
        }
    }
    const bool only_pass = expect.is_scalar();
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Outcome outcome = verdicts[i].outcome;
        if (told[i] || outcome == Outcome::pass || (outcome == Outcome::not_applicable && !only_pass)) continue;
        const Words why = verdicts[i].why.empty() ? verdicts[i].message : verdicts[i].why;
        failures.push_back(fill("{which} 得到 {outcome}：{why}", "{which} came to {outcome}: {why}",
            {{"which", same(describe(verdicts[i]))}, {"outcome", same(name_of(outcome))}, {"why", why}}));
    }
}

}  // namespace

std::vector<PlacedTest> tests_of(const Catalogue& catalogue) {
    std::vector<PlacedTest> all;
    const auto& rules = catalogue.rules;
    for (std::size_t r = 0, first = 0; r < rules.size(); ++r) {
        if (rules[r].id != rules[first].id) first = r;
        for (const RuleTest& test : rules[r].tests) all.push_back({&test, first, r});
    }
    for (const RuleTest& test : catalogue.tests) {
        const auto rule = std::lower_bound(
            rules.begin(), rules.end(), test.rule, [](const Rule& one, const std::string& id) { return one.id < id; });
        if (rule == rules.end() || rule->id != test.rule) continue;
        const auto first = static_cast<std::size_t>(rule - rules.begin());
        all.push_back({&test, first, first});
    }
    return all;
}

std::vector<std::vector<PlacedTest>> tests_by_rule(const Catalogue& catalogue) {
    std::vector<std::vector<PlacedTest>> all(catalogue.rules.size());
    for (const PlacedTest& one : tests_of(catalogue)) all[one.owner].push_back(one);
    return all;
}

std::vector<Words> run_test(const PlacedTest& placed, const Catalogue& catalogue) {
    Failures failures;
    const auto given = build_test_case(placed.test->given, catalogue.rules[placed.owner], catalogue, failures);
    if (given) compare(placed.test->expect, judge_rule(given->as_case(), catalogue, placed.first), failures);
    return failures;
}

std::vector<RuleTestResult> test_rules(const Catalogue& catalogue) {
    std::vector<RuleTestResult> results;
    for (const PlacedTest& one : tests_of(catalogue)) {
        results.push_back({catalogue.rules[one.owner].id, one.test->file, one.test->line, run_test(one, catalogue)});
    }
    std::stable_sort(results.begin(), results.end(), [](const RuleTestResult& a, const RuleTestResult& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return results;
}

}  // namespace gouji
