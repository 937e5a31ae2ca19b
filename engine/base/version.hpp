// SPDX-License-Identifier: Apache-2.0
// Owns: which version of the project this is; CMakeLists.txt has it, and it is nowhere else. And what it was built
// from.
// Refuses: to compare versions.
#pragma once

#include <string_view>

namespace gouji {

/// 0.2.0
std::string_view version();

/// A digest of the sources of this build, in hexadecimal digits: builds of one version may read and judge differently.
std::string_view sources();

}  // namespace gouji
