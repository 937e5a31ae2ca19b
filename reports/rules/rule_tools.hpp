// SPDX-License-Identifier: Apache-2.0
// Owns: what is shown of the tools for authors of rules: coverage and mutation.
// Refuses: to write anywhere, as reports do.
#pragma once

#include "engine/check/rule_tests/coverage.hpp"
#include "engine/check/rule_tests/mutate.hpp"
#include "reports/rules/rule_list.hpp"

#include <string>
#include <vector>

namespace gouji {

/// Counts of outcomes, and the conditions that were not seen both true and false.
std::string render_coverage(const std::vector<RuleCoverage>& coverage, RulesFormat format, Language language);

/// The changes that no test notices, the cells that no rule watches, and the counts.
std::string render_mutants(
    const std::vector<Mutant>& mutants, const std::vector<Unwatched>& unwatched, RulesFormat format, Language language);

}  // namespace gouji
