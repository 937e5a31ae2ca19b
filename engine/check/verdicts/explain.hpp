// SPDX-License-Identifier: Apache-2.0
// Owns: why an instance came to its verdict: its evaluation as a tree, and the smallest change that would turn it.
// Refuses: to choose what is shown.
#pragma once

#include "engine/check/verdicts/judge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A part of a formula with what it came to.
struct ExplainedPart {
    std::string text;                ///< as written
    std::string value;               ///< as shown; empty for what has no value of its own
    std::optional<Operand> operand;  ///< of a single figure: where it stands
    std::vector<ExplainedPart> parts;
};

/// One figure, and what it would have to be.
struct Turn {
    Operand operand;
    std::string now;
    std::string other;
    Outcome outcome = Outcome::pass;  ///< what the instance would come to
};

/// What the prose says, and how it was understood: what: 申请, happened: 收到.
struct ExplainedClause {
    std::string text;
    std::string frame;
};

struct ExplainedInstance {
    Verdict verdict;
    std::vector<ExplainedClause> clauses;  ///< of the mentions that its variables stand for
    std::optional<ExplainedPart> when;
    ExplainedPart check;
    /// It holds under the tolerance alone: how far the sides are apart; empty where they are no two numbers.
    std::optional<std::string> within;
    std::optional<Turn> turn;
};

/// The instances of the rules of one id, in order.
std::vector<ExplainedInstance> explain_rule(const Case& given, const Catalogue& catalogue, std::size_t first);

}  // namespace gouji
