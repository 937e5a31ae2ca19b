// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_across.hpp"

#include "grammar/filing/tables/private_fill_cells.hpp"
#include "grammar/filing/tables/private_relations.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace gouji {
namespace {

/// True when the line that begins at `from` has nothing but the bars of so many empty cells.
bool is_empty_row(const std::vector<Item>& items, std::size_t from, std::size_t cells) {
    std::size_t bars = 0;
    for (; from < items.size() && items[from].kind == Item::Kind::bar; ++from) ++bars;
    return bars + 1 >= cells && bars <= cells + 1 && (from == items.size() || items[from].kind == Item::Kind::line);
}

/// The last label of a header that names all columns but one at most, with no words of prose between its labels, before
/// figures or a row of empty cells; the number of items when there is none.
std::size_t end_of_header(const TableItems& table, std::size_t cells) {
    const std::vector<Item>& items = table.items;
    constexpr std::uint32_t longest_stray = 5 * 3;  // a word of five characters: a label that the form does not know
    std::set<int> columns;
    std::size_t last = items.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool figures =
            items[i].is_value() || (items[i].kind == Item::Kind::line && is_empty_row(items, i + 1, cells));
        if (items[i].kind == Item::Kind::label) {
            for (const auto& [id, official] : *items[i].ids) {
                if (!table.labels.is_row(id)) columns.insert(id);
            }
            last = i;
        } else if (items[i].kind == Item::Kind::text && items[i].span.size() > longest_stray) {
            columns.clear();
        } else if (figures) {
            if (static_cast<int>(columns.size()) + 1 >= table.form.columns.leaf_count()) return last;
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

/// Where the line of figures begins after the last label of the header; the number of items when there is none. In `|`
/// rows it is the next line.
std::size_t begin_of_figures(const std::vector<Item>& items, std::size_t header, std::size_t cells) {
    std::size_t from = header + 1;
    while (from < items.size() && !items[from].is_value()
        && !(items[from].kind == Item::Kind::bar && is_empty_row(items, from, cells)))
        ++from;
    if (from == items.size()) return from;
    while (from > header + 1 && items[from - 1].kind == Item::Kind::bar) --from;
    return from;
}

/// The labels up to the end of the header, and the figures.
Span place_of(const std::vector<Item>& items, std::size_t header, const PrintedRow& figures) {
    Span where;
    for (std::size_t i = 0; i <= header; ++i) {
        if (items[i].kind == Item::Kind::label) where = hull(where, items[i].span);
    }
    for (const PrintedCell& cell : figures.cells) where = hull(where, cell.item.span);
    return where;
}

/// One cell a line, with a bar at its end or before it, or with an empty line in its place.
std::optional<PrintedRow> row_of_lines(
    const std::vector<Item>& items, std::size_t header, std::size_t to, std::size_t cells) {
    std::size_t at = header + 1;
    while (at < to && items[at].kind != Item::Kind::line) ++at;
    PrintedRow figures;
    PrintedRow all;
    for (++at; at < to; ++at) {
        std::size_t on_line = 0;
        const std::size_t begin = at;
        for (; at < to && items[at].kind != Item::Kind::line; ++at) {
            if (!items[at].is_value()) continue;
            if (++on_line > 1) return std::nullopt;
            figures.cells.push_back({presence_of(items[at]), items[at]});
            all.cells.push_back(figures.cells.back());
        }
        if (on_line == 0 && begin < to) all.cells.push_back({Presence::blank, items[begin]});
    }
    if (figures.cells.size() == cells) return figures;
    return figures.cells.size() > 1 && all.cells.size() == cells ? std::optional(all) : std::nullopt;
}

/// The cells of the line that begins at `from`.
PrintedRow row_of_line(const std::vector<Item>& items, std::size_t from, std::size_t to, std::size_t cells) {
    PrintedRow row;
    if (is_empty_row(items, from, cells)) row.cells.assign(cells, {Presence::blank, items[from]});
    else row = row_as_printed(items, from, to);
    close_end(row, cells);
    drop_margins({{&row, cells}});
    return row;
}

/// The column that a label names; -1 where it names none.
int column_of(const TableItems& table, const Item& label) {
    for (const auto& [id, official] : *label.ids) {
        if (!table.labels.is_row(id)) return table.form.columns.node(id - table.labels.rows).leaf;
    }
    return -1;
}

/// The cells in the order of the header, whose last labels name the columns of each row; empty where they do not name
/// all of them.
std::vector<int> cells_by_header(const TableItems& table, std::size_t header) {
    const auto columns = static_cast<std::size_t>(table.form.columns.leaf_count());
    const std::size_t all = table.labels.cells.size() * columns;
    std::vector<int> named;
    for (std::size_t i = header + 1; i-- > 0 && named.size() < all;) {
        if (table.items[i].kind != Item::Kind::label) continue;
        const int column = column_of(table, table.items[i]);
        if (column < 0) return {};
        named.push_back(column);
    }
    if (named.size() < all) return {};
    std::reverse(named.begin(), named.end());
    std::vector<int> cells;
    for (std::size_t row = 0; row < table.labels.cells.size(); ++row) {
        const auto begin = named.begin() + static_cast<std::ptrdiff_t>(row * columns);
        const auto end = begin + static_cast<std::ptrdiff_t>(columns);
        if (std::set<int>(begin, end).size() != columns) return {};
        for (auto one = begin; one != end; ++one) cells.push_back(table.form.cell(static_cast<int>(row), *one));
    }
    return cells;
}

/// Fills the cells as the header has them. Where the relations speak for the order of the form against it, what the two
/// say differently is not known.
void fill_in_order(Table& table, const TableItems& from, const PrintedRow& printed, const std::vector<int>& by_form,
    const std::vector<int>& by_header, RowOrigin origin) {
    if (by_header.empty() || by_header == by_form || printed.cells.size() != by_form.size()) {
        fill_cells(table, from.text, printed, by_form, origin);
        return;
    }
    Table other = table;
    fill_cells(other, from.text, printed, by_form, origin);
    fill_cells(table, from.text, printed, by_header, origin);
    if (broken_relations(table) <= broken_relations(other)) return;
    for (std::size_t i = 0; i < by_form.size(); ++i) {
        if (by_form[i] == by_header[i]) continue;
        mark_unreadable(table, from.text, printed.cells[i].item.span, {by_header[i]});
    }
}

/// The figures of all cells in one line, after the last label of the header.
void read_one_line(TableRead& read, const TableItems& table, TablePlace place) {
    const std::vector<Item>& items = table.items;
    std::vector<int> cells;
    for (const auto& row : table.labels.cells) cells.insert(cells.end(), row.begin(), row.end());
    std::size_t header = end_of_header(table, cells.size());
    // A header that was broken up is no reason to lose a line that has just the right number of figures.
    if (header == items.size() && place == TablePlace::own_section) header = before_run(items, cells.size());
    if (header == items.size()) return;
    const std::size_t from = begin_of_figures(items, header, cells.size());
    if (from == items.size()) return;
    std::size_t to = from;
    while (to < items.size() && items[to].kind != Item::Kind::label && items[to].kind != Item::Kind::text) ++to;
    const auto lines = row_of_lines(items, header, to, cells.size());
    const PrintedRow printed = lines ? *lines : row_of_line(items, from, to, cells.size());
    // A blank or two among digits that run together.
    constexpr std::size_t few_runs = 3;
    const bool joined = printed.cells.size() <= few_runs && printed.on_line == printed.cells.size();
    fill_in_order(
        read.table, table, printed, cells, cells_by_header(table, header), {.restored = false, .joined = joined});
    read.where = hull(read.where, place_of(items, header, printed));
}

bool is_row(const Item& item, const Edition::Labels& labels) {
    return item.kind == Item::Kind::label
        && std::any_of(item.ids->begin(), item.ids->end(), [&](const auto& id) { return labels.is_row(id.first); });
}

bool is_label_of(const Item& item, int id) {
    return item.kind == Item::Kind::label
        && std::any_of(item.ids->begin(), item.ids->end(), [&](const auto& named) { return named.first == id; });
}

/// The figures after the label of a row, with or without the labels of all columns in their order. Nothing where
/// anything else is between them, or where they are not just as many as the row has.
std::optional<PrintedRow> row_after(const TableItems& table, std::size_t label, std::size_t wanted) {
    const std::vector<Item>& items = table.items;
    const Outline& columns = table.form.columns;
    std::vector<Item> figures;
    int named = 0;  // columns
    for (std::size_t i = label + 1;
         i < items.size() && items[i].kind != Item::Kind::text && !is_row(items[i], table.labels); ++i) {
        if (items[i].is_value()) figures.push_back(items[i]);
        if (items[i].kind != Item::Kind::label) continue;
        if (named == columns.leaf_count() || !is_label_of(items[i], table.labels.rows + columns.leaf_node(named)))
            break;
        ++named;
    }
    if (figures.size() != wanted || (named > 0 && named != columns.leaf_count())) return std::nullopt;
    return row_as_printed(figures, 0, figures.size());
}

/// All rows one by one, each after its label. False, with nothing read, where one of them is not there.
bool read_row_by_row(TableRead& read, const TableItems& table) {
    const std::vector<std::vector<int>>& cells = table.labels.cells;
    std::vector<PrintedRow> rows;
    Span where;
    for (std::size_t i = 0; i < table.items.size() && rows.size() < cells.size(); ++i) {
        if (!is_label_of(table.items[i], table.form.rows.leaf_node(static_cast<int>(rows.size())))) continue;
        auto row = row_after(table, i, cells[rows.size()].size());
        if (!row) continue;
        where = hull(where, hull(table.items[i].span, row->cells.back().item.span));
        rows.push_back(std::move(*row));
    }
    if (rows.size() < cells.size()) return false;
    for (std::size_t row = 0; row < rows.size(); ++row)
        fill_cells(read.table, table.text, rows[row], cells[row], {.restored = false, .joined = false});
    read.where = hull(read.where, where);
    return true;
}

}  // namespace

void read_across(TableRead& read, const TableItems& table, TablePlace place) {
    if (!read_row_by_row(read, table)) read_one_line(read, table, place);
}

}  // namespace gouji
