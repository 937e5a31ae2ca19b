// SPDX-License-Identifier: Apache-2.0
// Owns: which lets a rule may use besides its own: those of its file, and those of the libraries that it names.
// Refuses: to compile them.
#pragma once

#include "engine/rules/private_load_rule.hpp"
#include "engine/rules/private_loaded_files.hpp"

#include <vector>

namespace gouji {

/// Adds the lets of the rule's file and of its libraries after its own. False when a library is not there.
bool add_library_lets(Rule& rule, const std::vector<Library>& libraries, LoadedFiles& files);

}  // namespace gouji
