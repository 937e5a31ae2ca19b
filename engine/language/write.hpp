// SPDX-License-Identifier: Apache-2.0
// Owns: the written meaning of a program: the formula with the figures in it, as an auditor would redo it by hand.
// Refuses: to judge; the figures come from the same World that the verdict came from.
#pragma once

#include "engine/language/evaluate.hpp"

#include <string>
#include <vector>

namespace gouji {

/// One line for each side of the outermost comparison, each with what it comes to. Of a logical formula the comparisons
/// that decided it. Zeros of long sums are counted, not listed.
std::vector<std::string> write_out(const Program& program, World& world);

}  // namespace gouji
