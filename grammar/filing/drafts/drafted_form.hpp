// SPDX-License-Identifier: Apache-2.0
// Owns: what a text that no form knows seems to print: its title, and its tables with their captions, columns and rows.
// Refuses: to be sure. A person reads the draft, and corrects it.
#pragma once

#include "engine/base/measure.hpp"
#include "engine/source/text.hpp"

#include <string>
#include <vector>

namespace gouji {

struct DraftedColumn {
    std::vector<std::string> groups;  ///< the headers above it, the uppermost first; none for most
    std::string name;
    Measure measure = Measure::count;
};

/// A table, or the left or right half of one.
struct DraftedPart {
    std::string name;  ///< of a half: 收入
    std::vector<DraftedColumn> columns;
    std::vector<std::string> rows;  ///< as they are printed; none for a table whose cells are all on one line
};

struct DraftedTable {
    std::string caption;  ///< empty where nothing is printed above the table
    std::string unit;     ///< 万元; empty where the page gives none
    std::vector<DraftedPart> parts;
    /// Where rows have codes, each report prints its own.
    struct DraftedCodes {
        std::string key;  ///< header of the codes
        std::string label;
        std::vector<int> levels;  ///< how many digits each level has
        std::string total;        ///< the row without a code; empty for none
    };
    DraftedCodes codes;
    [[nodiscard]] bool has_codes() const { return !codes.levels.empty(); }
};

struct DraftedForm {
    std::string title;  ///< with {机关} and {年份}
    std::vector<DraftedTable> tables;
};

/// No tables where the text prints none that has a header and figures.
DraftedForm draft_form(const Text& text);

}  // namespace gouji
