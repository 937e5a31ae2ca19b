// SPDX-License-Identifier: Apache-2.0
// Owns: cutting digits that run together into the cells that the form knows to stand there.
// Refuses: to guess: every division that agrees with what the row says of itself is kept.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/span.hpp"
#include "engine/model/form.hpp"

#include <string_view>
#include <vector>

namespace gouji {

struct Division {
    struct Reading {
        std::vector<Decimal> values;
        std::vector<Span> spans;  ///< of the normalised text
    };
    std::vector<Reading> readings;
    /// Divisions that break more of the row's own relations: the right ones, should the row itself be wrong.
    std::vector<Reading> others;
    bool others_unknown = false;  ///< there are too many of them to list
    /// Equations (indices of the layout) that ruled divisions out, and so prove nothing about themselves.
    std::vector<int> evidence;
    bool too_many = false;
};

/// Divides the digits of `runs` into one number for each of `cells`. No number spans two runs, has more than 9 digits,
/// or begins with a zero unless it is zero. Kept are the divisions that break the fewest of the equations whose cells
/// all lie in `cells`. Where all divisions break one, so many of the last digits as `foreign` says may also be none of
/// the row. Gives up (too_many) past a fixed number of steps or of readings.
Division divide(std::string_view text, const std::vector<Span>& runs, const std::vector<int>& cells,
    const TableForm& layout, std::size_t foreign = 0);

}  // namespace gouji
