// SPDX-License-Identifier: Apache-2.0
// Owns: rows whose labels were not found, because they are misspelt, in other words, or broken by the page.
// Refuses: to guess: without enough of a label's letters a row is not restored. And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_align.hpp"

#include <vector>

namespace gouji {

/// So many rows may be known by words near to their label before the first that has one, and after the last.
inline constexpr int most_rows_outside = 2;

/// Adds rows that found no label, by the words between two aligned rows that figures follow: few of their letters
/// differ from the label's, or they are the label, broken around the figures. Words before the first row and after the
/// last may not be part of the table: there just as many figures as the row has must follow, and more than one, which
/// prose does not have.
void add_unlabelled_rows(const TableItems& table, std::vector<AlignedRow>& rows);

}  // namespace gouji
