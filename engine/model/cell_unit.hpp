// SPDX-License-Identifier: Apache-2.0
// Owns: in which unit a cell of a table is: the one beside its figure, or else the one of its layout.
// Refuses: to say what a unit measures; engine/base/measure.hpp does.
#pragma once

#include "engine/model/filing.hpp"

#include <cstddef>
#include <string>

namespace gouji {

/// Empty where neither gives one.
inline const std::string& unit_of_cell(const Table& table, int cell) {
    const std::string& printed = table.cell(cell).unit.get();
    return printed.empty() && table.layout ? table.layout->units[static_cast<std::size_t>(cell)] : printed;
}

}  // namespace gouji
