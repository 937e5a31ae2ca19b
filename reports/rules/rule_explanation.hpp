// SPDX-License-Identifier: Apache-2.0
// Owns: how a rule is explained: what it says in words, and its evaluation on a filing.
// Refuses: to write anywhere, as reports do.
#pragma once

#include "engine/check/verdicts/explain.hpp"
#include "reports/rules/rule_list.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gouji {

/// A filing with the instances of a rule.
struct ExplainedFiling {
    std::string file;
    std::string bytes;  ///< of the source as UTF-8, for places
    ByteStarts starts;  ///< of their characters, in the file; empty when they are the same
    std::vector<ExplainedInstance> instances;
    std::vector<UnreadClause> unread;  ///< clauses that no rule about the prose could use
};
/// The rule in words; for each filing the evaluation of those instances that did not simply pass, or of `all`.
std::string render_explanation(const std::vector<const Rule*>& entries, const std::vector<ExplainedFiling>& filings,
    bool all, RulesFormat format, Language language);

}  // namespace gouji
