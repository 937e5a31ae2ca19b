// SPDX-License-Identifier: Apache-2.0
// Owns: the quick way to an outcome: instances over plain counts, evaluated in whole numbers.
// Refuses: everything that needs a thought: missing and uncertain figures, readings, scope words, fractions, quantifiers. It
// then answers nothing, and the instance is judged the long way. The reason: nearly all instances of nearly all reports are
// sums of counts, and the long way takes some ten times as long for them (tests/bench/rules.cpp).
#pragma once

#include "engine/check/figures.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace gouji {

class PlainJudge {
public:
    /// The tables in the order in which programs number them.
    PlainJudge(const std::vector<NumberedTable>& tables, Figures& figures);

    [[nodiscard]] std::optional<Outcome> outcome(const Instance& instance);

    /// Calls `take` with the place and the outcome of each instance; nothing for one that needs the long way.
    template <class Take>
    void outcomes(const PlainSums& sums, const Take& take) const {
        const std::uint16_t* at = sums.cells.data();
        const std::uint16_t* const end = at + sums.cells.size();
        const auto table = static_cast<std::size_t>(sums.table);
        const bool there = table < tables_;
        const std::int64_t* values = values_.data() + (there ? starts_[table] : 0);
        const std::uint8_t* odds = odd_.data() + (there ? starts_[table] : 0);
        for (std::size_t i = 0; at != end; ++i) {
            const std::uint16_t* taken = at + 2 + at[0];
            const std::uint16_t* next = taken + at[1];
            std::int64_t total = 0;
            unsigned odd = there ? 0 : 1;
            if (there) {
                for (at += 2; at != taken; ++at) {
                    total += values[*at];
                    odd |= odds[*at];
                }
                for (; at != next; ++at) {
                    total -= values[*at];
                    odd |= odds[*at];
                }
            }
            at = next;
            take(i, odd != 0 ? std::nullopt : std::optional(total == 0 ? Outcome::pass : Outcome::fail));
        }
    }

private:
    /// A number or a truth; `open` when it is neither for want of a statement.
    struct Number {
        std::int64_t value = 0;
        bool truth = false;
        bool open = false;
    };
    struct Meaning;
    [[nodiscard]] std::optional<Outcome> run_plainly(const Program& program);

    static constexpr std::size_t most_cells = 640;
    static constexpr std::size_t most_tables = 8;
    Figures& figures_;
    std::array<std::size_t, most_tables> starts_{};
    std::size_t tables_ = 0;
    std::array<std::int64_t, most_cells> values_;  // NOLINT: what is not plain is not read
    std::array<std::uint8_t, most_cells> odd_;     // NOLINT: 1 where the figure is not plain
    std::vector<Number> stack_;
};

}  // namespace gouji
