// SPDX-License-Identifier: Apache-2.0
// Owns: which figures of a table of the report's own are the total of others, and which have parts below them.
// Refuses: to say whether they agree; rules do. And to be used outside of engine/check.
#pragma once

#include "engine/language/form_names.hpp"
#include "engine/model/filing.hpp"

#include <vector>

namespace gouji {

/// `named`: the table. A total is a row 合计 of rows that are no parts of others.
void add_totals(const Table& table, const TableNames& named, std::vector<TotalNames>& totals);

/// A figure with the rows 其中 below it. Applications and answers are counted once each, so that their parts are added;
/// what is published in two ways is counted in both, so that of all others each part is by itself.
void add_wholes(const Table& table, const TableNames& named, std::vector<TotalNames>& wholes);

}  // namespace gouji
