// SPDX-License-Identifier: Apache-2.0
// Owns: every code that a diagnostic can have, whichever layer makes it.
// Refuses: to say what a code means; each layer does that in its table.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <vector>

namespace gouji {

/// By their names.
std::vector<Code> known_codes();

}  // namespace gouji
