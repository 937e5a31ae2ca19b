// SPDX-License-Identifier: Apache-2.0
// Owns: what was read of a filing as text: its tables with their doubtful cells, and what its prose states.
// Refuses: verdicts. And to be used outside of reports/.
#pragma once

#include "engine/model/filing.hpp"

#include <string>

namespace gouji {

std::string reading_as_text(const Filing& filing, Language language);

}  // namespace gouji
