// SPDX-License-Identifier: Apache-2.0
// Owns: what is shown of rules themselves: lists, single rules, results of their tests.
// Refuses: to write anywhere, as reports do.
#pragma once

#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/rules/catalogue.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

enum class RulesFormat { text, json };

/// One line a rule, or one object; a rule of several forms is listed once.
std::string render_rules(const std::vector<const Rule*>& rules, RulesFormat format, Language language);
/// An entry of a rule, and how many instances it has in each form.
struct ShownRule {
    const Rule* rule = nullptr;
    std::vector<std::pair<std::string, std::size_t>> instances;
};
/// Everything that the entries of a rule say.
std::string render_rule(const std::vector<ShownRule>& entries, RulesFormat format, Language language);
/// The failures, and the line `N passed, N failed`.
std::string render_rule_tests(const std::vector<RuleTestResult>& results, RulesFormat format, Language language);

}  // namespace gouji
