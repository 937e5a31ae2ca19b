// SPDX-License-Identifier: Apache-2.0
// Owns: suites: read, checked against each other and the rules, and applied.
// Refuses: to change a rule for good: a suite says what is reported in this run, and how severely.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/private_load_values.hpp"
#include "engine/rules/private_loaded_files.hpp"

#include <string>

namespace gouji {

Suite load_suite(YamlFile& file, const Yaml& root);
/// Every suite names rules and suites that exist, and changes only rules that it has.
void check_suites(const Catalogue& catalogue, LoadedFiles& files);
/// Rules that the suite leaves out are not reported; others take the severity that it gives.
void apply_suite(Catalogue& catalogue, const std::string& name);

KeyLoaders<Suite> suite_loaders();
/// For an entry of `override`; an entry of `disable` has no severity.
KeyLoaders<Suite::RuleChange> override_loaders();

}  // namespace gouji
