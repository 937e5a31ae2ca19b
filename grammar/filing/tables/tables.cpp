// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/tables.hpp"

#include "grammar/filing/tables/private_across.hpp"
#include "grammar/filing/tables/private_page_figures.hpp"
#include "grammar/filing/tables/private_rows.hpp"
#include "grammar/filing/tables/table_score.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace gouji {
namespace {

/// Labels and figures in the table's own section, in an order that was not understood.
bool looks_like_table(const Text& text, const std::vector<Item>& items) {
    constexpr int enough = 3;
    int labels = 0;
    int figures = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        labels += items[i].kind == Item::Kind::label ? 1 : 0;
        figures += items[i].is_value() && !is_figure_of_prose(text.characters(), items, i) ? 1 : 0;
    }
    return labels >= enough && figures >= enough;
}

/// The table is there, and nothing in it can be told: never taken for missing, never read wrong in silence.
void mark_all_unreadable(TableRead& read, const Text& text, Span where) {
    read.where = where;
    for (std::size_t i = 0; i < read.table.cells.size(); ++i) {
        if (!read.table.layout->cells[i]) continue;
        read.table.cells[i] = {};
        read.table.cells[i].presence = Presence::unreadable;
        read.table.cells[i].span = text.source(where);
        read.table.cells[i].certain = false;
    }
}

std::span<const LabelPlace> within(std::span<const LabelPlace> places, Span where) {
    const auto before = [](const LabelPlace& place, std::uint32_t at) { return place.at < at; };
    const auto first = std::lower_bound(places.begin(), places.end(), where.start, before);
    return {first, std::lower_bound(first, places.end(), where.end, before)};
}

/// How many rows a table must have. A word of prose with a number after it is not a table: outside of its section a
/// quarter of the rows must be there.
int least_rows(const TableForm& form, TablePlace place) {
    constexpr int least = 2;
    constexpr int part = 4;
    const int all = form.rows.leaf_count();
    return std::min(all, place == TablePlace::own_section ? least : std::max(least, all / part));
}

/// False where the labels of a stretch outside of the table's section are too few, whatever is between them: in a
/// single line all columns but one are needed.
bool may_hold(Span where, std::span<const LabelPlace> places, const Edition::Labels& labels, const TableForm& form) {
    const int wanted = form.across ? form.columns.leaf_count() - 1 : least_rows(form, TablePlace::anywhere);
    std::vector<int> found;  // rows, or columns
    for (const LabelPlace& place : within(places, where)) {
        for (const auto& [id, official] : *place.hit.ids) {
            if (labels.is_row(id) == form.across || std::find(found.begin(), found.end(), id) != found.end()) continue;
            found.push_back(id);
        }
        if (static_cast<int>(found.size()) >= wanted) return true;
    }
    return wanted <= 0;
}

TableRead empty_table(const Edition& edition, const TableForm& form) {
    TableRead read;
    read.table.name = form.name;
    read.table.form = edition.form;
    read.table.layout = &form;
    read.table.cells.resize(form.cells.size());
    return read;
}

/// Rows of another table may have the labels of the form, and more columns than it has: nothing of them is read.
bool has_figures(const Table& table) {
    return std::any_of(table.cells.begin(), table.cells.end(),
        [](const Cell& cell) { return cell.presence != Presence::absent && cell.presence != Presence::unreadable; });
}

/// Whether enough rows were read.
bool has_enough_rows(const TableRead& read, const TableItems& table, TablePlace place) {
    int rows = read.rows;
    if (table.form.across) {
        rows = static_cast<int>(
            std::count_if(table.labels.cells.begin(), table.labels.cells.end(), [&](const std::vector<int>& row) {
                return std::any_of(row.begin(), row.end(),
                    [&](int cell) { return read.table.cell(cell).presence != Presence::absent; });
            }));
    }
    return rows >= least_rows(table.form, place);
}

}  // namespace

/// A row is found by its label, or near those that are.
constexpr int most_rows_outside = 2;

std::ptrdiff_t most_cells(const LabelPlaces& places, Span where, const Edition& edition, std::size_t index) {
    const TableForm& form = edition.form->tables[index];
    const Edition::Labels& labels = *edition.tables[index];
    int first = form.across ? 0 : form.rows.leaf_count();
    int last = form.across ? form.rows.leaf_count() - 1 : -1;
    for (const LabelPlace& place : within(places.of(edition.table_sets[index]), where)) {
        for (const auto& [id, official] : *place.hit.ids) {
            const int leaf = labels.is_row(id) ? form.rows.node(id).leaf : -1;
            if (leaf < 0) continue;
            first = std::min(first, leaf);
            last = std::max(last, leaf);
        }
    }
    if (!form.across && first <= last) {
        first = std::max(first - most_rows_outside, 0);
        last = std::min(last + most_rows_outside, form.rows.leaf_count() - 1);
    }
    std::size_t cells = 0;
    for (int leaf = first; leaf <= last; ++leaf) cells += labels.cells[static_cast<std::size_t>(leaf)].size();
    return static_cast<std::ptrdiff_t>(cells);
}

std::optional<TableRead> read_table(
    const TableText& from, Span where, TablePlace place, const Edition& edition, std::size_t index) {
    const Text& text = from.text;
    const TableForm& form = edition.form->tables[index];
    const Edition::Labels& labels = *edition.tables[index];
    const auto own_places = from.labels.of(edition.table_sets[index]);
    const bool own_section = place == TablePlace::own_section;
    if (!own_section && !may_hold(where, own_places, labels, form)) return std::nullopt;
    const std::vector<Item> items = read_items(
        text.characters(), where, labels.set, own_places, {.title = from.title, .has_changes = !form.changes.empty()});
    const TableItems table{text, items, form, labels};
    TableRead read = empty_table(edition, form);
    if (form.across) read_across(read, table, place);
    else read_rows(read, table);
    if (!own_section && !has_figures(read.table)) return std::nullopt;
    if (!has_enough_rows(read, table, place)) {
        if (!own_section || !looks_like_table(text, items)) return std::nullopt;
        mark_all_unreadable(read, text, where);
    }
    read.table.span = text.source(read.where);
    read.score += score_of_table(read.table, items);
    return read;
}

}  // namespace gouji
