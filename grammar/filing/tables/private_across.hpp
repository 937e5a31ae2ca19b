// SPDX-License-Identifier: Apache-2.0
// Owns: reading a table whose cells are all in one line under a header of several levels, as the form prints it, or
// row by row.
// Refuses: to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_table_items.hpp"
#include "grammar/filing/tables/tables.hpp"

namespace gouji {

void read_across(TableRead& read, const TableItems& table, TablePlace place);

}  // namespace gouji
