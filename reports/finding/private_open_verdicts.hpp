// SPDX-License-Identifier: Apache-2.0
// Owns: the verdicts of a filing that neither passed nor became a finding, grouped by rule and by reason.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "engine/model/verdict.hpp"

#include <string>
#include <vector>

namespace gouji {

/// Which verdicts are listed besides those that are in error or waived.
enum class OpenVerdicts {
    answered,       ///< in error or waived alone
    undecided,      ///< undecided ones, and no others
    with_assumed,   ///< those that hold only by what they were to prove
    all_but_plain,  ///< all but a plain pass: assumed, not applicable, or passed by an assumption
};

struct OpenVerdict {
    std::string outcome;
    std::string place;
    std::string why;  ///< with what missing figures were taken for
};

/// Verdicts with one outcome and one reason, and where they are.
struct OpenReason {
    std::string outcome;
    std::string why;
    std::vector<std::string> places;
};

struct OpenRule {
    std::string rule;
    std::string title;
    std::vector<OpenVerdict> verdicts;  ///< in the order of the judgement
    std::vector<OpenReason> reasons;    ///< the same verdicts, by outcome and reason
    bool alike = false;                 ///< several verdicts with one reason: it is said once
};

std::vector<OpenRule> describe_open_verdicts(const Judgement& judgement, OpenVerdicts which, Language language);

}  // namespace gouji
