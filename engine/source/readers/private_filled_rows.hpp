// SPDX-License-Identifier: Apache-2.0
// Owns: the empty cells of a table on a page: no word is there, but the other rows have figures above or below.
// Refuses: to know forms. And to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_page_lines.hpp"

#include <vector>

namespace gouji {

/// Adds the empty cells to the rows of a table, each with its cells from left to right. A row whose figures do not fit
/// the columns stays as it is. `names`: of the header, where they are all on one level: a column may be empty in all
/// rows.
void fill_empty_cells(const std::vector<std::vector<Fragment>*>& table, const std::vector<Fragment>& names);

}  // namespace gouji
