// SPDX-License-Identifier: Apache-2.0
// Owns: what is shown of the tools for authors of rules: coverage, mutation, explanation.
// Refuses: to write anywhere, as reports do.
#pragma once

#include "engine/check/rule_tests/coverage.hpp"
#include "engine/check/verdicts/explain.hpp"
#include "engine/check/rule_tests/mutate.hpp"
#include "reports/rules.hpp"

#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// Counts of outcomes, and the conditions that were not seen both true and false.
std::string render_coverage(const std::vector<RuleCoverage>& coverage, RulesFormat format, Language language);

/// The changes that no test notices, the cells that no rule watches, and the counts.
std::string render_mutants(
    const std::vector<Mutant>& mutants, const std::vector<Unwatched>& unwatched, RulesFormat format, Language language);

/// A filing with the instances of a rule.
struct ExplainedFiling {
    std::string file;
    std::string bytes;                  ///< of the source as UTF-8, for places
    std::vector<std::uint32_t> starts;  ///< of each of these the byte of the file; empty when they are the same
    std::vector<ExplainedInstance> instances;
};
/// The rule in words; for each filing the evaluation of those instances that did not simply pass, or of `all`.
std::string render_explanation(const std::vector<const Rule*>& entries, const std::vector<ExplainedFiling>& filings,
    bool all, RulesFormat format, Language language);

}  // namespace gouji
