// SPDX-License-Identifier: Apache-2.0
// Owns: the inputs of the command line as the texts that the grammar reads, one after the other.
// Refuses: to look for tables or prose in them.
#pragma once

#include "engine/cli/arguments.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/source/text.hpp"

#include <functional>
#include <string>
#include <vector>

namespace gouji {

/// Gives each text with the name of its file, until `give` returns false. What could not be read is told in the
/// diagnostics, and the others are given all the same.
std::vector<Diagnostic> for_each_text(const Arguments& arguments, Streams& streams,
    const std::function<bool(const std::string& name, const Text& text)>& give);

}  // namespace gouji
