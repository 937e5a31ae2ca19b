// SPDX-License-Identifier: Apache-2.0
// Owns: rules that are equations, held against each other: which of them follow from others, and which contradict them.
// Refuses: to judge rules that are more than equations.
#pragma once

#include "engine/rules/catalogue.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

struct RuleMistake {
    std::size_t rule = 0;  ///< its place in the catalogue
    Diagnostic diagnostic;
};

/// Relations of forms come first, then rules in the order of their ids: of two that say the same, the later is told.
std::vector<RuleMistake> check_relations(const Catalogue& catalogue);

}  // namespace gouji
