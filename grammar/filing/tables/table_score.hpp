// SPDX-License-Identifier: Apache-2.0
// Owns: how well a form fits a table that was read in it.
// Refuses: to name the worth of anything (grammar/filing/costs.hpp does).
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/form.hpp"
#include "grammar/filing/tables/items.hpp"

#include <vector>

namespace gouji {

/// Labels and cells that were read count for the form; cells that it lacks or that could not be read count against it.
int score_of_table(const Table& table, const std::vector<Item>& items);

/// No reading of the table has a higher score: each of its lines is named, and each of its cells is a number.
int best_score(const TableForm& form);

}  // namespace gouji
