// SPDX-License-Identifier: Apache-2.0
// Owns: which of the loaded rules a run evaluates, by --select and --ignore.
// Refuses: to load them; a suite chooses before it.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/rules/catalogue.hpp"

#include <vector>

namespace gouji {

/// A word that fits no rule is a mistake.
void choose_rules(Catalogue& catalogue, const Arguments& arguments, std::vector<Diagnostic>& diagnostics);

}  // namespace gouji
