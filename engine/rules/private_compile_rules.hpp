// SPDX-License-Identifier: Apache-2.0
// Owns: every rule under every form that it is for, with its mistakes told once where they are: whether it applies
// anywhere, its instances, and of relations their equations.
// Refuses: to read files; and to go on with a rule whose formulas did not parse.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/private_load_rule.hpp"
#include "engine/rules/private_loaded_files.hpp"

#include <vector>

namespace gouji {

/// Fills `compiled` and what rules know of the forms that they are for. `thorough`: their tests are checked too.
void compile_rules(Catalogue& catalogue, const std::vector<Library>& libraries, LoadedFiles& files, bool thorough);

}  // namespace gouji
