// SPDX-License-Identifier: Apache-2.0
// Owns: the ways to divide digits that run together in a row of statistics, and which of them the table itself speaks
// against: a cumulative figure below that of a year, a part above its whole.
// Refuses: to drop any: those are set aside, with the reason. And to be used outside of this folder.
#pragma once

#include "engine/model/filing.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace gouji {

/// A row whose digits run together. Spans are of the normalised text.
struct JoinedRow {
    std::size_t row = 0;  ///< of the table
    std::vector<Choice::Reading> readings;
    int whole = -1;  ///< the joined row of which this one is a part
};

/// Every division into so many numbers of which none begins with a zero unless it is zero; none where there are too
/// many.
std::vector<Choice::Reading> divisions_of(std::string_view text, Span digits, std::size_t columns);

/// `years` and `cumulative`: columns, where the table has both.
void set_aside_divisions(
    std::vector<JoinedRow>& rows, const std::vector<std::size_t>& years, const std::vector<std::size_t>& cumulative);

/// Of those that remain the likeliest: its first number is in the prose, or its numbers are nearly of one length.
int likeliest_division(const std::vector<Choice::Reading>& readings, std::string_view prose);

}  // namespace gouji
