// SPDX-License-Identifier: Apache-2.0
// Owns: trying a pattern at a place of a text, within a fixed number of steps.
// Refuses: to be used outside of this folder: Pattern::match is the way in.
#pragma once

#include "grammar/pattern/pattern.hpp"

#include <cstddef>
#include <optional>

namespace gouji {

/// The pattern has at least one step.
std::optional<Pattern::Match> match_pattern(
    const Pattern& pattern, FigureReader& figures, std::size_t at, std::size_t limit);

}  // namespace gouji
