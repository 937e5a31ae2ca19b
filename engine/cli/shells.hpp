// SPDX-License-Identifier: Apache-2.0
// Owns: the command line as scripts that complete it and as a manual page, made from what the parser knows of itself.
// Refuses: to know a command or an option by name.
#pragma once

#include "engine/cli/arguments.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The shells that there is a script for.
std::vector<std::string> shell_names();

/// A script for one of them; nothing for another shell.
std::string write_completion(const Usage& usage, std::string_view shell);

/// A page for man, in roff. `version`: of the program.
std::string write_manual(const Usage& usage, Language language);

}  // namespace gouji
