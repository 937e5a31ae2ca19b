// SPDX-License-Identifier: Apache-2.0
// Owns: the tests that stand inside rules: small filings given in YAML, and what the rule must say of them.
// Refuses: to be lenient: an instance that a test does not name must pass.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/rules/catalogue.hpp"

#include <string>
#include <vector>

namespace gouji {

struct RuleTestResult {
    std::string rule;
    std::string file;
    int line = 0;
    std::vector<Words> failures;  ///< none when the test passed
};

/// Every test of every rule, in the order of the files.
std::vector<RuleTestResult> test_rules(const Catalogue& catalogue, const std::vector<RuleFile>& files);

}  // namespace gouji
