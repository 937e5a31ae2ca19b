// SPDX-License-Identifier: Apache-2.0
// Owns: from words at places of a page to its lines and the rows of its tables: no ruling is known, only where words
// are.
// Refuses: to know forms; that labels begin with 一、 or 1. and that figures are digits is all it knows of what is
// written. And to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_page_lines.hpp"

#include <vector>

namespace gouji {

/// A line of text, or a row of a table with its cells from left to right; a cell without text is empty.
struct Band {
    bool is_row = false;
    std::vector<Fragment> cells;
};

/// The words of the pages, in any order within each, as bands from top to bottom. A cell whose text is on several
/// lines is put together, also over the end of a page; a row is known by its figures, and takes the lines of labels
/// that fit best: as all cells of a table are at the top, in the middle or at the bottom of their rows.
std::vector<Band> lay_out(std::vector<std::vector<Fragment>> pages);

}  // namespace gouji
