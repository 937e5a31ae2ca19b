// SPDX-License-Identifier: Apache-2.0
// A table whose cells all stand in one line under a header of several levels, as the form prints it, or row by row.
#include "grammar/filing/tables/private_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

namespace gouji {
namespace {

/// True when the line that begins at `from` has nothing but the bars of so many empty cells.
bool is_empty_row(const std::vector<Item>& items, std::size_t from, std::size_t cells) {
    std::size_t bars = 0;
    for (; from < items.size() && items[from].kind == Item::Kind::bar; ++from) ++bars;
    return bars == cells + 1 && (from == items.size() || items[from].kind == Item::Kind::line);
}

/// The last label of a header that names nearly all columns, with no words of prose between its labels, before figures
/// or a row of empty cells; the number of items when there is none.
std::size_t end_of_header(
    const std::vector<Item>& items, const Edition::Labels& labels, const TableForm& layout, std::size_t cells) {
    constexpr std::uint32_t longest_stray = 5 * 3;  // a word of five characters: a label that the form does not know
    std::set<int> columns;
    std::size_t last = items.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool figures =
            items[i].is_value() || (items[i].kind == Item::Kind::line && is_empty_row(items, i + 1, cells));
        if (items[i].kind == Item::Kind::label) {
            for (const auto& [id, official] : *items[i].ids) {
                if (!labels.is_row(id)) columns.insert(id);
            }
            last = i;
        } else if (items[i].kind == Item::Kind::text && items[i].span.size() > longest_stray) {
            columns.clear();
        } else if (figures) {
            if (static_cast<int>(columns.size()) + 1 >= layout.columns.leaf_count()) return last;
            columns.clear();  // 结果维持72件,结果纠正64件: prose names the columns too
        }
    }
    return items.size();
}

/// The item before the only run of exactly `size` figures; the number of items when there is none.
std::size_t before_run(const std::vector<Item>& items, std::size_t size) {
    std::size_t last = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i <= items.size(); ++i) {
        if (i < items.size() && items[i].is_value()) {
            ++count;
        } else if (i == items.size() || (items[i].kind != Item::Kind::line && items[i].kind != Item::Kind::bar)) {
            if (count == size) return last;
            count = 0;
            last = i;
        }
    }
    return items.size();
}

/// The figures of all cells in one line, behind the last label of the header.
void read_one_line(
    TableRead& read, const Text& text, const std::vector<Item>& items, const Edition::Labels& labels, bool labelled) {
    const TableForm& layout = *read.table.layout;
    std::vector<int> cells;
    for (const auto& row : labels.cells) cells.insert(cells.end(), row.begin(), row.end());
    std::size_t first = end_of_header(items, labels, layout, cells.size());
    // A header that was broken up is no reason to lose a line that has just the right number of figures.
    if (first == items.size() && labelled) first = before_run(items, cells.size());
    if (first == items.size()) return;
    // In `|` rows the figures begin on the line behind the header.
    std::size_t from = first + 1;
    while (from < items.size() && !items[from].is_value()
        && !(items[from].kind == Item::Kind::bar && is_empty_row(items, from, cells.size())))
        ++from;
    if (from == items.size()) return;
    while (from > first + 1 && items[from - 1].kind == Item::Kind::bar) --from;
    std::size_t to = from;
    while (to < items.size() && items[to].kind != Item::Kind::label && items[to].kind != Item::Kind::text) ++to;
    PrintedRow printed = print_row(items, from, to);
    drop_margins({{&printed, cells.size()}});
    fill_cells(read.table, text, printed, cells, false, printed.cells.size() == 1);
    for (std::size_t i = 0; i <= first; ++i) {
        if (items[i].kind == Item::Kind::label) read.where = hull(read.where, items[i].span);
    }
    for (const auto& one : printed.cells) read.where = hull(read.where, one.item.span);
}

bool is_row(const Item& item, const Edition::Labels& labels) {
    return item.kind == Item::Kind::label
        && std::any_of(item.ids->begin(), item.ids->end(), [&](const auto& id) { return labels.is_row(id.first); });
}

bool is_label_of(const Item& item, int id) {
    return item.kind == Item::Kind::label
        && std::any_of(item.ids->begin(), item.ids->end(), [&](const auto& one) { return one.first == id; });
}

/// The figures behind the label of a row, with or without the labels of all columns in their order. Nothing where
/// anything else stands between them, or where they are not just as many as the row has.
std::optional<PrintedRow> row_behind(const std::vector<Item>& items, std::size_t label, const Edition::Labels& labels,
    const TableForm& layout, std::size_t wanted) {
    std::vector<Item> figures;
    int columns = 0;
    for (std::size_t i = label + 1; i < items.size() && items[i].kind != Item::Kind::text && !is_row(items[i], labels);
         ++i) {
        if (items[i].is_value()) figures.push_back(items[i]);
        if (items[i].kind != Item::Kind::label) continue;
        if (columns == layout.columns.leaf_count()
            || !is_label_of(items[i], labels.rows + layout.columns.leaf_node(columns)))
            break;
        ++columns;
    }
    if (figures.size() != wanted || (columns > 0 && columns != layout.columns.leaf_count())) return std::nullopt;
    return print_row(figures, 0, figures.size());
}

/// All rows one by one, each behind its label. False, with nothing read, where one is not so.
bool read_row_by_row(TableRead& read, const Text& text, const std::vector<Item>& items, const Edition::Labels& labels) {
    const TableForm& layout = *read.table.layout;
    std::vector<PrintedRow> rows;
    Span where;
    for (std::size_t i = 0; i < items.size() && rows.size() < labels.cells.size(); ++i) {
        if (!is_label_of(items[i], layout.rows.leaf_node(static_cast<int>(rows.size())))) continue;
        auto row = row_behind(items, i, labels, layout, labels.cells[rows.size()].size());
        if (!row) continue;
        where = hull(where, hull(items[i].span, row->cells.back().item.span));
        rows.push_back(std::move(*row));
    }
    if (rows.size() < labels.cells.size()) return false;
    for (std::size_t row = 0; row < rows.size(); ++row)
        fill_cells(read.table, text, rows[row], labels.cells[row], false, false);
    read.where = hull(read.where, where);
    return true;
}

}  // namespace

void read_across(
    TableRead& read, const Text& text, const std::vector<Item>& items, const Edition::Labels& labels, bool labelled) {
    if (!read_row_by_row(read, text, items, labels)) read_one_line(read, text, items, labels, labelled);
}

}  // namespace gouji
