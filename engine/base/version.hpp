// SPDX-License-Identifier: Apache-2.0
// Owns: which version of the project this is; CMakeLists.txt has it, and it is nowhere else.
// Refuses: to compare versions.
#pragma once

#include <string_view>

namespace gouji {

/// 0.1.0
std::string_view version();

}  // namespace gouji
