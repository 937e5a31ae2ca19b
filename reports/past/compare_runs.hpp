// SPDX-License-Identifier: Apache-2.0
// Owns: how the findings of two runs differ.
// Refuses: to judge anew: it knows what the results say.
#pragma once

#include "reports/past/past_run.hpp"

#include <string>
#include <vector>

namespace gouji {

/// How a finding of one run compares with the other run.
struct Difference {
    enum class Kind { came, went, changed };
    Kind kind = Kind::came;
    const PastFinding* before = nullptr;
    const PastFinding* now = nullptr;
    std::string outcome;       ///< of one that went, where the newer results say it
    bool filing_gone = false;  ///< of one that went: its filing is not in the newer results
    struct DifferingFigure {
        std::string name;
        std::string before;  ///< empty where it took no part
        std::string now;
    };
    std::vector<DifferingFigure> figures;  ///< of one that changed
};

/// In the order came, changed, went; each in the order of its run. Two findings are one where they share an instance;
/// of those left, where they are of one rule and place, those with the same figures first. Their facts are compared,
/// not their words.
std::vector<Difference> compare_runs(const PastRun& before, const PastRun& now);

}  // namespace gouji
