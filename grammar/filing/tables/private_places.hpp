// SPDX-License-Identifier: Apache-2.0
// Owns: which cells of a row are empty, where the page sets its columns with blanks: by the places of the figures in
// rows that have them all.
// Refuses: to guess: where the places fit two ways, nothing is filled. And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_printed_rows.hpp"

#include <string_view>
#include <vector>

namespace gouji {

/// Adds the empty cells of rows that are on one line, without bars, and have fewer figures than the form.
void add_cells_by_place(std::string_view text, const std::vector<RowOfForm>& rows);

}  // namespace gouji
