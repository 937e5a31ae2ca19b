// SPDX-License-Identifier: Apache-2.0
// Owns: the program, as a function that tests can call.
#pragma once

#include "engine/cli/commands/commands.hpp"

namespace gouji {

/// Parses the arguments, runs the command, and answers with the exit code. No exception leaves it.
int run_program(int argc, const char* const* argv, Streams& streams);

}  // namespace gouji
