// SPDX-License-Identifier: Apache-2.0
// Owns: tests of rules: small filings given in YAML, and what a rule must say of them.
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

/// A test with the first rule of its id.
struct PlacedTest {
    const RuleTest* test = nullptr;
    std::size_t first = 0;  ///< in Catalogue::rules
    std::size_t owner = 0;  ///< the rule that it belongs to, or the first
};

/// Those inside rules, then those of files of their own.
std::vector<PlacedTest> tests_of(const Catalogue& catalogue);
/// The same by the rule that they belong to, in the order of Catalogue::rules.
std::vector<std::vector<PlacedTest>> tests_by_rule(const Catalogue& catalogue);

/// What is wrong; nothing when the test passes.
std::vector<Words> run_test(const PlacedTest& placed, const Catalogue& catalogue);

/// Every test of every rule, in the order of the files.
std::vector<RuleTestResult> test_rules(const Catalogue& catalogue);

}  // namespace gouji
