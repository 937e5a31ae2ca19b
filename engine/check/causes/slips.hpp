// SPDX-License-Identifier: Apache-2.0
// Owns: how people come to write one number for another, how likely each slip is beside the others, and its name.
// Refuses: to look at sums.
#pragma once

#include "engine/base/words.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace gouji {

struct Slip {
    int cost = 0;  ///< the lower, the likelier; tenths of what a number costs that no slip explains (10)
    Words name;
};

/// The likeliest slip by which `expected` became `printed`, nothing printed where the cell is empty. `beside`: the
/// numbers of the cells next to it.
Slip slip_between(std::optional<std::int64_t> printed, std::int64_t expected, const std::vector<std::int64_t>& beside);

}  // namespace gouji
