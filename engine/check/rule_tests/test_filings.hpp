// SPDX-License-Identifier: Apache-2.0
// Owns: the small filings that tests of rules give in YAML.
// Refuses: to run the tests (rule_tests.hpp does).
#pragma once

#include "engine/check/linked/case.hpp"
#include "engine/rules/catalogue.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace gouji {

/// The filings of a test, and the case that they make.
struct TestCase {
    std::unique_ptr<Filing> filing;
    std::unique_ptr<Filing> previous;
    std::vector<std::unique_ptr<Filing>> below;
    std::vector<std::unique_ptr<Filing>> copies;
    [[nodiscard]] Case as_case() const {
        Case asked{filing.get(), previous.get()};
        for (const auto& other : below) asked.below.filings.push_back(other.get());
        for (const auto& copy : copies) asked.copies.push_back({copy.get(), nullptr});
        return asked;
    }
};

/// Nothing, with the reason among the failures, where `given` cannot be built.
std::optional<TestCase> build_test_case(
    const Yaml& given, const Rule& rule, const Catalogue& catalogue, std::vector<Words>& failures);

}  // namespace gouji
