// SPDX-License-Identifier: Apache-2.0
// Owns: the meaning of a program under a tolerance: figures are the intervals that their printed digits stand for.
// Refuses: to forget that a figure is the same figure wherever it is used: x − x stays 0.
#pragma once

#include "engine/language/evaluate.hpp"

#include <cstdint>
#include <vector>

namespace gouji {

struct Tolerance {
    enum class Kind : std::uint8_t {
        automatic,  ///< rounding for shares, exact for everything else
        exact,
        rounding,    ///< 45.6% stands for 45.55% to 45.65%, both ends included
        truncation,  ///< 45.6% stands for 45.6% up to, not including, 45.7%
        printed,     ///< as rounded or as truncated, whichever makes the program true
        within,      ///< sides no further apart than `most`
    };
    Kind kind = Kind::automatic;
    /// For `within`: an amount, a count or a share, as `measure` says. A share means points between shares, and between
    /// other numbers that part of the larger.
    Fraction most;
    Measure measure = Measure::any;

    /// A printed figure of this measure stands for an interval. Counts never do, and numbers without
    /// a measure only if they have decimals.
    [[nodiscard]] bool widens(Measure figure) const {
        if (kind == Kind::automatic) return figure == Measure::share;
        return (kind == Kind::rounding || kind == Kind::truncation || kind == Kind::printed)
            && (figure == Measure::share || figure == Measure::amount || figure == Measure::any);
    }
};

/// The program may have another result under the tolerance than exactly.
bool matters(const Tolerance& tolerance, const Program& program);

/// Sides that may be the same number are equal; one is less than the other only when it is so for certain. Sums and
/// multiples by exact numbers keep track of each figure; a product or quotient of two intervals is an interval of its
/// own.
Value evaluate_within(const Tolerance& tolerance, const Program& program, World& world);

}  // namespace gouji
