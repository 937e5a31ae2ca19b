// SPDX-License-Identifier: Apache-2.0
// Owns: the quick way to an outcome: instances over plain counts, evaluated in whole numbers.
// Refuses: to be needed: it is there for speed, and its outcomes are those of the full way (instance_verdict.cpp), as
// tests/unit/check/ways.cpp holds. Missing and uncertain figures, readings, scope words, fractions and quantifiers it
// leaves to the full way. Most instances of most reports are sums of counts, and the full way takes some ten times as
// long for them (tests/bench/rules.cpp).
#pragma once

#include "engine/check/figures/figures.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"
#include "engine/rules/shortcuts.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace gouji {

/// The plain counts of a filing's tables, and the sums of them.
class PlainSums {
public:
    /// The tables in the order in which programs number them.
    explicit PlainSums(const std::vector<NumberedTable>& tables) {
        for (std::size_t i = 0; i < tables.size() && i < counts_.size(); ++i) {
            if (tables[i].table && !tables[i].table->counts.values.empty()) counts_[i] = &tables[i].table->counts;
        }
    }

    /// Of the table that programs know by this number; none where the full way must look at its cells.
    [[nodiscard]] const PlainCounts* counts_of(int table) const {
        const auto index = static_cast<std::size_t>(table);
        return index < counts_.size() ? counts_[index] : nullptr;
    }

    /// Calls `take` with the place and the outcome of each instance; nothing for one that needs the full way.
    template <class Take>
    void outcomes(const Shortcuts& sums, const Take& take) const {
        const PlainCounts* counts = counts_of(sums.table);
        const std::uint16_t* cell = sums.cells.data();
        std::size_t instance = 0;
        for (const Shortcuts::Block& block : sums.blocks) {
            const std::uint16_t* const taken = cell + block.added;
            const std::uint16_t* const end = taken + block.taken;
            if (!counts) {
                for (std::size_t i = 0; i < block.instances; ++i) take(instance++, std::optional<Outcome>());
                continue;
            }
            std::array<std::int64_t, Shortcuts::most_alike> totals{};
            std::array<std::uint8_t, Shortcuts::most_alike> odd{};
            const std::uint16_t* const added = cell;
            for (; cell != taken; ++cell)
                visit(block, *cell, [&](std::size_t i, std::size_t at) { totals[i] += counts->values[at]; });
            for (; cell != end; ++cell)
                visit(block, *cell, [&](std::size_t i, std::size_t at) { totals[i] -= counts->values[at]; });
            if (!counts->all_plain) {
                for (cell = added; cell != end; ++cell)
                    visit(block, *cell, [&](std::size_t i, std::size_t at) { odd[i] |= counts->odd[at]; });
            }
            for (std::size_t i = 0; i < block.instances; ++i) {
                take(instance++,
                    odd[i] != 0 ? std::nullopt : std::optional(totals[i] == 0 ? Outcome::pass : Outcome::fail));
            }
        }
    }

private:
    /// The cell of the block's first instance, and its like in each of the others.
    template <class Visit>
    static void visit(const Shortcuts::Block& block, std::size_t at, const Visit& look) {
        for (std::size_t i = 0; i < block.instances; ++i, at += block.shift) look(i, at);
    }

    std::array<const PlainCounts*, 8> counts_{};  ///< by number; the full way judges the tables of a form after these
};

/// A number or a truth; `open` when it is neither, because nothing was stated.
struct PlainNumber {
    std::int64_t value = 0;
    bool truth = false;
    bool open = false;
};

/// What the instance comes to in whole numbers; nothing where it needs the full way. `stack` is room for evaluation.
std::optional<Outcome> plain_outcome(
    FilingsAtHand& at_hand, const BoundInstance& bound, const PlainSums& sums, std::vector<PlainNumber>& stack);

}  // namespace gouji
