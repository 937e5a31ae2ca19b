// SPDX-License-Identifier: Apache-2.0
// Owns: the rows of a table as the page prints them, before anybody asks which cells of the form they are.
// Refuses: to read a figure's value. And to be used outside of this folder.
#pragma once

#include "engine/model/filing.hpp"
#include "grammar/filing/tables/items.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

/// What follows a label: cells as printed. In a `|` row empty cells and cells with words count too.
struct PrintedCell {
    Presence presence = Presence::number;
    Item item;
    std::size_t place = 0;  ///< which one of the cells of a `|` row
};
struct PrintedRow {
    std::vector<PrintedCell> cells;
    bool barred = false;      ///< a `|` row
    std::size_t on_line = 0;  ///< in a row without bars: how many cells are on the first line that has any
    /// A `|` row without a bar before it, and with this one at its end: an empty cell may follow.
    const Item* open_end = nullptr;
    /// So many of the last digits may be the number of the label after them, which lost its point.
    std::size_t foreign = 0;
};
/// Of a figure or a mark in its place.
inline Presence presence_of(const Item& item) {
    if (!item.readable) return Presence::unreadable;
    return item.kind == Item::Kind::dash ? Presence::dash
        : item.kind == Item::Kind::slash ? Presence::slash
                                         : Presence::number;
}
PrintedRow row_as_printed(const std::vector<Item>& items, std::size_t from, std::size_t to);

/// How many cells the bars of a row make, whatever is in them.
std::size_t places_of(const PrintedRow& row);

/// Adds the empty cell after the last bar, where the row has one cell less than the form.
void close_end(PrintedRow& row, std::size_t columns);

/// A printed row, and how many cells the form has for it.
struct RowOfForm {
    PrintedRow* printed = nullptr;
    std::size_t columns = 0;
};
/// Joins what is between two bars, and removes the cells of `|` rows that are outside of the columns of the form: label
/// columns beside a merged one before them, a column of remarks after them. A column of remarks is there in all
/// rows of a table or in none, so all rows are examined together: from one row alone nobody can tell which of the
/// empty cells at its ends are its own.
void drop_margins(const std::vector<RowOfForm>& rows);

}  // namespace gouji
