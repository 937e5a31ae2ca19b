// SPDX-License-Identifier: Apache-2.0
// Owns: tables of the report's own, which no form knows: in rows of `|`, and statistics in running text.
// Refuses: to understand them: rows and columns keep the names that the report gives them.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/filing/tables/tables.hpp"

#include <vector>

namespace gouji {

/// At least two rows with a label and a figure each, outside of `taken`, with a number in one of them.
std::vector<TableRead> read_own_tables(const Text& text, const std::vector<Span>& taken);

}  // namespace gouji
