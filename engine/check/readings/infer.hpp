// SPDX-License-Identifier: Apache-2.0
// Owns: what the relations of a table prove of its empty cells.
// Refuses: to write into a cell: what is inferred is kept beside it, and only rules that ask for it count with it.
#pragma once

#include "engine/model/filing.hpp"

namespace gouji {

/// Where the figures of a relation balance without its empty cells, and those are all counts on one side, each of them
/// is 0: many organs leave a cell empty where nothing was counted. A relation with one empty cell left gives that one,
/// as the total that was left out: it is `computed`. Cells that could not be read, or have several readings, prove
/// nothing.
void infer_cells(Filing& filing);

}  // namespace gouji
