// SPDX-License-Identifier: Apache-2.0
// Owns: tests of rules: small filings given in YAML, and what a rule must say of them.
// Refuses: to be lenient: an instance that a test does not name must pass.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/rules/catalogue.hpp"

#include <string>
#include <vector>

namespace gouji {

/// The line of an offset of a file, counted from 1; 0 when the file is not among them.
int line_at(const std::vector<RuleFile>& files, const std::string& name, std::size_t offset);

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

/// What is wrong; nothing when the test passes.
std::vector<Words> run_test(const PlacedTest& placed, const Catalogue& catalogue);

/// Every test of every rule, in the order of the files.
std::vector<RuleTestResult> test_rules(const Catalogue& catalogue, const std::vector<RuleFile>& files);

}  // namespace gouji
