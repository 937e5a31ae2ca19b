// SPDX-License-Identifier: Apache-2.0
// Owns: what a judge can go by before it looks at the instances of a rule themselves. It exists for speed alone: no
// result may differ by it, as tests/unit/check/ways.cpp and tests/unit/check/naive hold. The sums of all columns in one
// loop save half a percent of a report that is read first; they are kept for tables that are there already, where the
// rules are all there is to do (tests/bench/rules.cpp: evaluation).
// Refuses: everything but sums of counts; such a rule has no blocks here, and each instance is evaluated.
#pragma once

#include "engine/rules/rule.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gouji {

struct Catalogue;

/// For the instances of one rule under one form, in few bytes.
struct Shortcuts {
    /// For each instance the fact that its first variable is bound to, -1 for none: if the filing does not state it,
    /// the instance is done. Empty where no instance has one.
    std::vector<int> facts;

    // All sums, if each instance says that some counts of one table add up to as much as others:
    static constexpr std::size_t most_alike = 32;
    /// Instances that follow each other and differ by the place of their cells alone, as the sums of all columns do.
    /// They are added up side by side: one long loop of one length costs far less than many short ones of their own.
    struct Block {
        std::uint16_t instances = 1;
        std::uint16_t shift = 0;  ///< from the cells of one instance to those of the next
        std::uint16_t added = 0;  ///< cells of the first instance, as they come in `cells`
        std::uint16_t taken = 0;  ///< cells that follow them, taken from the sum
    };
    int table = -1;  ///< none: the rule is more than that
    std::vector<Block> blocks;
    std::vector<std::uint16_t> cells;
};
Shortcuts shortcuts_of(const std::vector<Instance>& instances);

/// Fills `shortcuts` of the catalogue.
void prepare_shortcuts(Catalogue& catalogue);

}  // namespace gouji
