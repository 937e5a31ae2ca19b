// SPDX-License-Identifier: Apache-2.0
// Owns: from a table of statistics as printed to the cells of a table of the report's own.
// Refuses: to guess: a row with too few figures cannot be read, and digits that run together keep all their divisions.
// And to be used outside of this folder.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/filing/tables/tables.hpp"

#include <vector>

namespace gouji {

std::vector<TableRead> read_statistics(const Text& text);

}  // namespace gouji
