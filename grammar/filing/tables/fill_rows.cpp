// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_fill_rows.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/costs.hpp"
#include "grammar/filing/tables/private_fill_cells.hpp"
#include "grammar/filing/tables/private_own_cells.hpp"
#include "grammar/filing/tables/private_places.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// 0482申请人…: the last digits of a row that are the official number of the label right after it, which has none of
/// its own.
std::size_t foreign_digits(const TableItems& table, const PrintedRow& row, std::size_t after) {
    if (row.cells.empty() || after >= table.items.size()) return 0;
    const Item& label = table.items[after];
    if (label.kind != Item::Kind::label || label.ordinal != 0) return 0;
    const Item& last = row.cells.back().item;
    if (last.kind != Item::Kind::figure || last.span.end > label.span.start) return 0;
    if (table.text.view({last.span.end, label.span.start}).find_first_not_of(' ') != std::string_view::npos) return 0;
    for (const auto& [id, official] : *label.ids) {
        const std::string digits = std::to_string(official);
        if (official > 0 && last.number.size() > digits.size() && table.text.view(last.number).ends_with(digits))
            return digits.size();
    }
    return 0;
}

/// The figures alone of a `|` row that has just as many as the form, among cells that the form does not have: empty
/// ones, and units in a column of their own. Where the bars make just the columns of the form, two figures between them
/// are one cell.
void keep_figures(const Text& text, PrintedRow& row, std::size_t cells) {
    const auto is_empty = [&](const PrintedCell& cell) {
        return cell.presence == Presence::blank
            || (cell.item.is_words() && is_own_unit(utf8::without_blanks(text.view(cell.item.span))));
    };
    if (!row.barred || row.cells.size() == cells || places_of(row) == cells) return;
    const auto empty = static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), is_empty));
    if (row.cells.size() - empty == cells) std::erase_if(row.cells, is_empty);
}

}  // namespace

/// A row of the form with its figures as printed.
struct RowFiller::FoundRow {
    PlacedRow placed;
    PrintedRow printed;
};

void RowFiller::fill(TableRead& read, const Assignment& assignment, const CellOrders& orders) const {
    if (assignment.empty()) return;
    std::vector<FoundRow> rows;
    rows.reserve(assignment.size());
    for (const PlacedRow& placed : assignment) {
        FoundRow row{placed, figures_.row_of(placed.first, placed.last, table_.cells_of(placed.leaf).size())};
        row.printed.foreign = foreign_digits(table_, row.printed, figures_.piece(placed.last).end);
        keep_figures(table_.text, row.printed, table_.cells_of(placed.leaf).size());
        close_end(row.printed, table_.cells_of(placed.leaf).size());
        if (!rows.empty()) mark_lost_rows(read, rows.back().placed, placed);
        rows.push_back(std::move(row));
    }
    read.score += costs::figure_skipped * skipped_figures(assignment);
    fit_columns(rows);
    const bool joined = has_joined_digits(rows);
    for (const FoundRow& row : rows) {
        fill_cells(read.table, table_.text, row.printed, orders.of(row.placed.leaf),
            {.restored = row.placed.known != KnownBy::label || !is_labelled(row.placed),
                .joined = joined || has_no_borders(row.placed)});
        read.where = hull(read.where, place_of(row.placed));
        for (const PrintedCell& cell : row.printed.cells) read.where = hull(read.where, cell.item.span);
    }
}

int RowFiller::skipped_figures(const Assignment& assignment) const {
    std::size_t begin = assignment.front().first;
    std::size_t end = assignment.back().last + 1;
    while (begin > 0 && !figures_.is_border(begin)) --begin;
    while (end < figures_.count() && !figures_.is_border(end)) ++end;
    std::size_t skipped = 0;
    for (std::size_t i = begin; i < end; ++i) skipped += figures_.piece(i).figures;
    for (const PlacedRow& row : assignment) {
        for (std::size_t i = row.first; i <= row.last; ++i) skipped -= figures_.piece(i).figures;
    }
    return static_cast<int>(skipped);
}

bool RowFiller::is_labelled(const PlacedRow& row) const {
    const auto is_own = [&](const RowLabel& one) { return one.leaf == row.leaf && one.is_last && one.whole; };
    for (std::size_t gap = figures_.words_before(row.first); gap <= row.last; ++gap) {
        const auto labels = figures_.labels(gap);
        if (std::any_of(labels.begin(), labels.end(), is_own)) return true;
    }
    return false;
}

/// The label of a row; where it has none, its first figure.
Span RowFiller::place_of(const PlacedRow& row) const {
    for (const std::size_t gap : {figures_.words_before(row.first), row.last + 1}) {
        for (const RowLabel& label : figures_.labels(gap)) {
            if (label.leaf == row.leaf) return table_.items[label.item].span;
        }
    }
    return table_.items[figures_.piece(row.first).begin].span;
}

/// Rows of the form between two that were found, with figures there that belong to neither: they are printed, and
/// which figures are whose could not be told.
void RowFiller::mark_lost_rows(TableRead& read, const PlacedRow& before, const PlacedRow& after) const {
    Span figures;
    for (std::size_t i = before.last + 1; i < after.first; ++i) {
        for (std::size_t item = figures_.piece(i).begin; item < figures_.piece(i).end; ++item) {
            if (table_.items[item].is_value()) figures = hull(figures, table_.items[item].span);
        }
    }
    if (figures.empty()) return;
    for (int row = before.leaf + 1; row < after.leaf; ++row) {
        const std::vector<int>& cells = table_.cells_of(row);
        mark_unreadable(read.table, table_.text, figures, cells);
        // Another form may know these rows.
        read.score += costs::cell_under_lost_label * static_cast<int>(cells.size());
    }
}

void RowFiller::fit_columns(std::vector<FoundRow>& rows) const {
    std::vector<RowOfForm> printed;
    printed.reserve(rows.size());
    for (FoundRow& row : rows) printed.push_back({&row.printed, table_.cells_of(row.placed.leaf).size()});
    drop_margins(printed);
    if (!has_joined_digits(rows)) add_cells_by_place(table_.text.characters(), printed);
}

/// 规章205行政规范性文件: words are right beside the figures, before and after them, so nothing parts their cells.
bool RowFiller::has_no_borders(const PlacedRow& row) const {
    const std::size_t begin = figures_.piece(row.first).begin;
    const std::size_t end = figures_.piece(row.last).end;
    if (figures_.piece(row.first).barred || begin == 0 || end >= table_.items.size()) return false;
    const auto touch = [&](const Item& one, const Item& other) { return one.span.end == other.span.start; };
    return table_.items[begin - 1].is_words() && touch(table_.items[begin - 1], table_.items[begin])
        && table_.items[end].is_words() && touch(table_.items[end - 1], table_.items[end]);
}

/// Whether more rows of the table show that their digits run together than have their figures apart.
bool RowFiller::has_joined_digits(const std::vector<FoundRow>& rows) const {
    std::ptrdiff_t apart = 0;
    std::ptrdiff_t joined = 0;
    for (const FoundRow& row : rows) {
        const std::size_t cells = table_.cells_of(row.placed.leaf).size();
        if (cells < 2 || row.printed.barred) continue;
        if (row.printed.cells.size() == cells) ++apart;
        else if (proves_joined(table_.text, row.printed)) ++joined;
    }
    return joined > apart;
}

}  // namespace gouji
