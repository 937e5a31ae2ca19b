// SPDX-License-Identifier: Apache-2.0
// Owns: the names of a table as a form prints them, and which lines and levels each of them covers.
// Refuses: figures, and HTML. And to be used outside of reports/.
#pragma once

#include "engine/model/filing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A name of a row or column, or of a group of them.
struct PrintedName {
    int node = -1;
    std::string words;
    friend bool operator==(const PrintedName& a, const PrintedName& b) { return a.node == b.node; }
};
/// The names from the outermost group to the row or column itself.
using NamePath = std::vector<PrintedName>;

/// A cell of the head of a table, or of the names beside its rows.
struct NameCell {
    std::string words;
    int line = 0;  ///< the row or column where it begins
    int lines = 1;
    int level = 0;
    int levels = 1;
    bool group = false;
};

struct NameGrid {
    int levels = 0;
    std::vector<NameCell> cells;  ///< by line, then by level

    /// The deepest group is beside its rows: what has the same groups before it shares their cells.
    explicit NameGrid(const std::vector<NamePath>& paths);
};

class PrintedNames {
public:
    explicit PrintedNames(const Table& table);

    [[nodiscard]] NamePath row(int leaf) const;
    [[nodiscard]] NamePath column(int leaf) const;
    /// Some row has figures and rows below it: names are set in, as no group could hold it.
    [[nodiscard]] bool rows_nest() const { return rows_nest_; }

private:
    const Table& table_;
    const TableForm* official_ = nullptr;
    bool rows_nest_ = false;
};

/// What a form prints for a label of its pattern language: all that may be left out, and the first of what may be
/// either.
std::string printed_label(std::string_view pattern);

}  // namespace gouji
