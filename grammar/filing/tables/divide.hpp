// SPDX-License-Identifier: Apache-2.0
// Owns: dividing digits that run together into the numbers of a row's cells.
// Refuses: to guess: every division that agrees with what the row says of itself is kept.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/span.hpp"
#include "engine/model/form.hpp"

#include <string_view>
#include <vector>

namespace gouji {

/// One way to divide the digits, or several one after the other.
struct DividedNumbers {
    std::vector<Decimal> values;
    std::vector<Span> spans;  ///< of the normalised text
};

struct Division {
    std::vector<DividedNumbers> readings;
    /// Divisions that break more of the row's own relations, one after the other: the right ones, should the row itself
    /// be wrong. There may be hundreds.
    DividedNumbers others;
    bool others_unknown = false;  ///< there are too many of them to list
    /// Equations (indices of the form) that ruled divisions out, and so prove nothing about themselves.
    std::vector<int> evidence;
    bool too_many = false;
};

/// Divides the digits of `runs` into one number for each of `cells`. No number spans two runs, has more than 9 digits,
/// or begins with a zero unless it is zero. The divisions that break the fewest of the equations whose cells all lie in
/// `cells` are kept. Where all divisions break one, the last `foreign` digits may also not be of the row. Gives up
/// (too_many) after a fixed number of steps or of readings.
Division divide_digits(std::string_view text, const std::vector<Span>& runs, const std::vector<int>& cells,
    const TableForm& form, std::size_t foreign = 0);

}  // namespace gouji
