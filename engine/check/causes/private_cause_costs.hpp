// SPDX-License-Identifier: Apache-2.0
// Owns: what speaks for and against a cause, as costs that are added up; the cause with the lowest is the likeliest.
// Refuses: the costs of single slips: slips.cpp has them in its table, in the same tenths.
#pragma once

namespace gouji::cause_costs {

inline constexpr int another_cell = 12;      ///< for each wrong cell after the first
inline constexpr int slip_of_cells = 3;      ///< one slip that moved several cells: rows exchanged, a row shifted
inline constexpr int another_failure = 8;    ///< for each instance that passes now and would fail
inline constexpr int another_agreement = 4;  ///< taken off for each instance that fails now and would pass

}  // namespace gouji::cause_costs
