// SPDX-License-Identifier: Apache-2.0
// Owns: what the relations of a form say of a table as it was read, where several ways to read it are to be compared.
// Refuses: to choose among divided digits: engine/check does, with all that is known then.
#pragma once

#include "engine/model/filing.hpp"

#include <vector>

namespace gouji {

/// How many relations do not hold. One with a figure that could not be read, or that several readings of digits leave
/// open, says nothing; a cell that is not printed or empty counts as zero.
int broken_relations(const Table& table);

/// Of the relations with a cell of a row: how many are broken, and how many hold that speak of other rows too.
struct RelationsOfRow {
    int broken = 0;
    int held = 0;
};
RelationsOfRow relations_of_row(const Table& table, const std::vector<int>& cells);

/// Adds to the evidence of `table` the relations that hold in it and in none of the others: they decided against these.
void add_deciding_relations(Table& table, const std::vector<const Table*>& others);

}  // namespace gouji
