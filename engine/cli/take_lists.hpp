// SPDX-License-Identifier: Apache-2.0
// Owns: `decide --from`: filled-in lists of findings on their way into a decision file.
// Refuses: to write anything where one of the lists cannot be taken whole.
#pragma once

#include "engine/cli/arguments.hpp"
#include "engine/cli/commands/commands.hpp"

namespace gouji {

/// With inputs their findings get entries too. The exit code.
int take_lists(const Arguments& arguments, Streams& streams);

}  // namespace gouji
