// SPDX-License-Identifier: Apache-2.0
// Owns: the two halves of reading a table: which labels are which rows, and which figures are which cells.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/tables/items.hpp"
#include "grammar/filing/tables/tables.hpp"

#include <string_view>
#include <vector>

namespace gouji {

/// A row of the form and the label that stands for it.
struct AlignedRow {
    int leaf = 0;
    std::size_t item = 0;
    bool restored = false;
};

/// How many figures stand right behind the item: on its line, in its `|` row with the empty cells, or on the next
/// lines.
std::size_t figures_behind(const std::vector<Item>& items, std::size_t index);

/// The best matching of labels to rows in the order of the form: labels that figures follow, and that bear their
/// official ordinal, count most. A row whose label matches nothing takes the words that stand in its place, if they
/// are near enough. `apart`: labels and figures stand apart from each other, so that no figures follow a label.
std::vector<AlignedRow> align_rows(std::string_view text, const std::vector<Item>& items, const TableForm& layout,
    const Edition::Labels& labels, bool apart = false);

/// So many rows may be known by words near to their label before the first that has one, and behind the last.
inline constexpr int most_rows_outside = 2;

/// Adds rows that found no label, by the words between two aligned rows that figures follow: few of their letters are
/// others than the label's, or they are the label, broken around the figures. What stands before the first row and
/// behind the last may be no part of the table: there just as many figures as the row has must follow, and more than
/// one, which no prose has.
void restore_rows(std::string_view text, const std::vector<Item>& items, const TableForm& layout,
    const Edition::Labels& labels, std::vector<AlignedRow>& rows);

/// What stands behind a label: cells as printed. In a `|` row the empty ones are cells too, and those that have words.
struct Printed {
    Presence presence = Presence::number;
    Item item;
};
struct PrintedRow {
    std::vector<Printed> cells;
    bool barred = false;
    std::size_t on_line = 0;  ///< how many of them stand on the first line that has any
    std::size_t foreign =
        0;  ///< so many of the last digits may be the number of the label behind them, whose point was lost
};
PrintedRow print_row(const std::vector<Item>& items, std::size_t from, std::size_t to);

/// A printed row, and how many cells the form has for it.
struct RowOfForm {
    PrintedRow* printed = nullptr;
    std::size_t columns = 0;
};
/// Takes off the cells of `|` rows that are beside the columns of the form: before them label columns beside a merged
/// one, behind them a column of remarks. That one stands behind all rows of a table or none, so that they are asked
/// together: of one row alone nobody can tell which of the empty cells at its ends are its own.
void drop_margins(const std::vector<RowOfForm>& rows);

/// These cells are there, at `where`, and none of them can be told.
void mark_unreadable(Table& table, const Text& text, Span where, const std::vector<int>& cells);

/// Puts printed cells into the cells of the form. Too few figures are divided only where digits run together, as the
/// caller knows (`joined`) or they show themselves: elsewhere empty cells were lost, and which ones cannot be told.
void fill_cells(
    Table& table, const Text& text, const PrintedRow& row, const std::vector<int>& cells, bool restored, bool joined);

/// Reads a table whose cells all stand in one line under a header of several levels, as the form prints it (`labelled`:
/// in its own section), or row by row.
void read_across(
    TableRead& read, const Text& text, const std::vector<Item>& items, const Edition::Labels& labels, bool labelled);

}  // namespace gouji
