// SPDX-License-Identifier: Apache-2.0
// Owns: the sum of one cell over the filings of the organs below.
// Refuses: to add up what is not known of all of them.
#pragma once

#include "engine/check/figures/scoped_filings.hpp"

namespace gouji {

/// The same cell of every filing below, by the names of its table, row and column. Unknown where one of them lacks it.
Value sum_below(const ScopedFilings& filings, const Program& program, const CellRef& ref);

}  // namespace gouji
