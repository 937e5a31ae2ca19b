// SPDX-License-Identifier: Apache-2.0
// Owns: reading a table row by row, each by its label.
// Refuses: tables in one line (private_across.hpp). And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_table_items.hpp"
#include "grammar/filing/tables/tables.hpp"

namespace gouji {

/// Each row with the figures that follow its label.
void read_labelled_rows(TableRead& read, const TableItems& table);

/// All labels of the rows, and apart from them as many lines of figures, each with just as many as its row has cells: a
/// converter took them for two columns of text. They are restored in their order; anything less does not prove it, and
/// gives false.
bool read_rows_apart(TableRead& read, const TableItems& table);

}  // namespace gouji
