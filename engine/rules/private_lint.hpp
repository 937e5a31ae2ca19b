// SPDX-License-Identifier: Apache-2.0
// Owns: checks of a rule that compiles and could still do nothing, or say it wrongly.
// Refuses: to evaluate anything but constants.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/yaml.hpp"

#include <vector>

namespace gouji {

/// No name of the rule hides another: a formula would mean something else than it says.
void check_names(YamlFile& file, const Rule& rule, const Catalogue& catalogue);
/// Every variable and let is asked for: a variable that is not repeats the same check, a let was meant for something.
void check_use(YamlFile& file, const Rule& rule);
/// The messages have the arguments that the rule has, the same in both languages.
void check_message(YamlFile& file, const Rule& rule, const Instance& instance);
/// A test shows the rule failing, and another shows it passing.
void check_tests(YamlFile& file, const Rule& rule);
/// Some filing could change what the conditions come to.
void check_constant(YamlFile& file, const Rule& rule, const std::vector<const Instance*>& instances);

}  // namespace gouji
