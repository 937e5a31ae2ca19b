// SPDX-License-Identifier: Apache-2.0
// Owns: a paper for people to print, edit and sign, as plain data: a title, then headings, texts and tables. Each
// writer lays out the same papers.
// Refuses: fonts, markup and escaping. And to be used outside of reports/.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace gouji {

/// A line break in `text` begins a new paragraph of the cell.
struct PaperCell {
    std::string text;
    bool is_name = false;    ///< names what stands beside it or below
    int columns = 1;         ///< how many it covers
    bool is_number = false;  ///< it says the number of the paper, and no text: papers are made before it is known
};

struct PaperRow {
    std::vector<PaperCell> cells;
    int height = 0;  ///< at least so high, in millimetres: room to write by hand
};

struct PaperTable {
    std::vector<int> widths;  ///< of its columns, in per cent of the page; 100 together
    bool has_head = false;    ///< the first row names the columns, and is repeated on every page
    std::vector<PaperRow> rows;
    bool together = false;  ///< on one page, if it is not longer than that
};

struct PaperHeading {
    std::string text;
};

struct PaperText {
    std::string text;
    bool has_number = false;  ///< the number of the paper stands behind it
};

using PaperPart = std::variant<PaperHeading, PaperText, PaperTable>;

struct Paper {
    std::string title;
    std::vector<PaperPart> parts;
};

}  // namespace gouji
