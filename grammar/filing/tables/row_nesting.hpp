// SPDX-License-Identifier: Apache-2.0
// Owns: which row of a report's own lies below which.
// Refuses: to read rows.
#pragma once

#include "engine/model/printed_layout.hpp"

#include <cstdint>
#include <vector>

namespace gouji {

/// Sets the parents of the rows. `indents`: of each row, the blanks before its name.
void nest_rows(const OpenRows& open, const std::vector<std::uint32_t>& indents, std::vector<LayoutRow>& rows);

}  // namespace gouji
