// SPDX-License-Identifier: Apache-2.0
// Owns: a table read by its rows: figures assigned to them, and what the form's relations say where several assignments
// are about as good.
// Refuses: to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_table_items.hpp"
#include "grammar/filing/tables/tables.hpp"

namespace gouji {

/// Where no relation decides, the cells that differ are unreadable.
void read_rows(TableRead& read, const TableItems& table);

}  // namespace gouji
