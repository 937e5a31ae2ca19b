// SPDX-License-Identifier: Apache-2.0
// Owns: the look at what a run will write, before it reads: whether it can be written, and what it would destroy.
// Refuses: to write.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/files/whole_file.hpp"

#include <string>
#include <vector>

namespace gouji {

/// The files that a run writes: its result, decisions that are added to, a store.
std::vector<FileIdentity> files_written(const Arguments& arguments);

/// What cannot be written, and what is named to be read and would be destroyed.
std::vector<Diagnostic> troubles_of_outputs(const Arguments& arguments);

/// A file that is written as well; `option`: how it was named.
Diagnostic output_is_input(const std::string& name, const std::string& option);

/// The run came upon an input that its result would destroy: nothing may be written.
bool would_destroy_input(const std::vector<Diagnostic>& diagnostics);

}  // namespace gouji
