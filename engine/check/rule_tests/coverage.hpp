// SPDX-License-Identifier: Apache-2.0
// Owns: what the tests of rules reach: how instances came out, and which conditions were seen true and false.
// Refuses: percentages; counts are compared.
#pragma once

#include "engine/rules/catalogue.hpp"

#include <array>
#include <string>
#include <vector>

namespace gouji {

struct ConditionSeen {
    std::string text;  ///< as it is written in the rule
    int line = 0;
    int held = 0;
    int failed = 0;
    int open = 0;  ///< neither: something was missing
};

struct RuleCoverage {
    std::string rule;
    std::string file;
    int line = 0;
    int tests = 0;
    std::array<int, 7> outcomes{};  ///< of the instances of all tests
    std::vector<ConditionSeen> conditions;
};

/// For each reported rule, in the order of the files.
std::vector<RuleCoverage> cover_rules(const Catalogue& catalogue, const std::vector<RuleFile>& files);

}  // namespace gouji
