// SPDX-License-Identifier: Apache-2.0
// Owns: from words at places of a page to its lines and the rows of its tables: no ruling is known, only where words stand.
// Refuses: to know forms; that labels begin with 一、 or 1. and that figures are digits is all it knows of what is written.
// And to be used outside of this folder.
#pragma once

#include <string>
#include <vector>

namespace gouji {

/// A stretch of text on a page. Places count hundredths of a point from the left and the top.
struct Fragment {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    std::string text;

    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    [[nodiscard]] int middle() const { return (top + bottom) / 2; }
};

/// A line of text, or a row of a table with its cells from left to right; a cell without text is empty.
struct Band {
    bool is_row = false;
    std::vector<Fragment> cells;
};

/// The words of one page, in any order, as bands from top to bottom. A cell whose text stands on several lines is put
/// together; a row is known by its figures, and takes the lines of labels that fit best: as all cells of a table stand at
/// the top, in the middle or at the bottom of their rows.
std::vector<Band> lay_out(std::vector<Fragment> words);

}  // namespace gouji
