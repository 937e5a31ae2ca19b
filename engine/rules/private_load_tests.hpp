// SPDX-License-Identifier: Apache-2.0
// Owns: one test of a rule, as a rule or a file of tests holds it.
// Refuses: to build the filing that it describes: engine/check/rule_tests does, under the form of the rule.
#pragma once

#include "engine/rules/private_load_values.hpp"

namespace gouji {

RuleTest load_test(YamlFile& file, const Yaml& entry);

KeyLoaders<RuleTest> test_loaders();

}  // namespace gouji
