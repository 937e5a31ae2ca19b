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
    PlainJudge(const std::vector<NumberedTable>& tables, Figures& figures) : figures_(figures) {
        for (std::size_t i = 0; i < tables.size() && i < counts_.size(); ++i) {
            if (tables[i].table && !tables[i].table->counts.values.empty()) counts_[i] = &tables[i].table->counts;
        }
        constexpr std::size_t usual_depth = 32;
        stack_.reserve(usual_depth);
    }

    [[nodiscard]] std::optional<Outcome> outcome(const Instance& instance);

    /// Calls `take` with the place and the outcome of each instance; nothing for one that needs the long way.
    template <class Take>
    void outcomes(const PlainSums& sums, const Take& take) const {
        const PlainCounts* counts = counts_of(sums.table);
        const std::int64_t* const values = counts ? counts->values.data() : nullptr;
        const bool look = counts && !counts->all_plain;
        std::int64_t total = 0;
        unsigned odd = counts ? 0 : 1;
        std::size_t instance = 0;
        for (const PlainSums::Run& run : sums.runs) {
            std::int64_t part = 0;
            if (values) {
                std::size_t at = run.first;
                for (std::uint32_t left = run.count; left != 0; --left, at += run.step) part += values[at];
            }
            if (look) {
                std::size_t at = run.first;
                for (std::uint32_t left = run.count; left != 0; --left, at += run.step) odd |= counts->odd[at];
            }
            total += run.taken ? -part : part;
            if (!run.last) continue;
            take(instance++, odd != 0 ? std::nullopt : std::optional(total == 0 ? Outcome::pass : Outcome::fail));
            total = 0;
            odd = counts ? 0 : 1;
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

    [[nodiscard]] const PlainCounts* counts_of(int table) const {
        const auto index = static_cast<std::size_t>(table);
        return index < counts_.size() ? counts_[index] : nullptr;
    }

    std::array<const PlainCounts*, 8> counts_{};  ///< by number; a form with more tables has its later ones judged the long way
    Figures& figures_;
    std::vector<Number> stack_;
};

}  // namespace gouji
