// SPDX-License-Identifier: Apache-2.0
// Owns: the written meaning of a program: the sums as a person would write them, and numbers as they are shown.
// Refuses: to draw; the lines are plain text.
#pragma once

#include "engine/language/evaluate.hpp"

#include <string>
#include <vector>

namespace gouji {

/// One line a side of a comparison; of a logical formula, the comparisons that made it what it is.
std::vector<std::string> write_out(const Program& program, World& world);

/// 45.6% of a share (≈ 45.56% where it does not end there), a day of a date, digits of anything else, ? of no value.
std::string show(const Value& value, Measure measure);

}  // namespace gouji
