// SPDX-License-Identifier: Apache-2.0
// Owns: holding the figures that somebody saw against those of today.
// Refuses: to say what follows; waivers and decisions do.
#pragma once

#include "engine/model/decision.hpp"
#include "engine/model/verdict.hpp"

#include <vector>

namespace gouji {

/// Operands of the verdict that are not what was seen, in their order. What was not written down was 0.
std::vector<ChangedFigure> changes_since(const SeenFigures& seen, const Verdict& verdict);

/// What to write down of a verdict so that later changes are seen: its operands other than 0, each name once.
SeenFigures seen_in(const Verdict& verdict);

}  // namespace gouji
