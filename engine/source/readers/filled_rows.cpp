// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_filled_rows.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace gouji {
namespace {

using Row = std::vector<Fragment>;
using Rows = std::vector<Row*>;

Row cells_of(const Row& row, bool figures) {
    Row own;
    std::copy_if(row.begin(), row.end(), std::back_inserter(own),
        [&](const Fragment& cell) { return !cell.text.empty() && is_figure(cell.text) == figures; });
    return own;
}

bool is_before(const Fragment& a, const Fragment& b) { return a.left < b.left; }

/// The stretches of the page that have figures in any of the rows, or names: figures of one column overlap.
Row stretches_of(const Rows& table, bool figures) {
    Row all;
    for (const Row* row : table) {
        const Row own = cells_of(*row, figures);
        all.insert(all.end(), own.begin(), own.end());
    }
    std::stable_sort(all.begin(), all.end(), is_before);
    Row columns;
    for (const Fragment& one : all) {
        if (!columns.empty() && one.left < columns.back().right)
            columns.back().right = std::max(columns.back().right, one.right);
        else columns.push_back(one);
    }
    return columns;
}

/// The figures of the first row that has as many as most rows of the table have.
Row usual_figures(const Rows& table) {
    std::map<std::size_t, int> counts;
    for (const Row* row : table) ++counts[cells_of(*row, true).size()];
    const std::size_t usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->first;
    Row figures;
    for (auto row = table.begin(); row != table.end() && figures.empty(); ++row) {
        if (auto own = cells_of(**row, true); own.size() == usual) figures = std::move(own);
    }
    return figures;
}

/// `own` cells of a row, with an empty cell in each of the columns that the row has nothing in; nothing where they do
/// not fit the columns.
std::optional<Row> spread(const Row& row, const Row& own, const Row& columns) {
    const Fragment& at = row.front();
    Row cells;
    std::size_t next = 0;
    for (const Fragment& column : columns) {
        const auto is_there = [&](const Fragment& cell) { return !cell.text.empty() && overlap(cell, column); };
        if (next < own.size() && overlap(own[next], column)) cells.push_back(own[next++]);
        else if (std::none_of(row.begin(), row.end(), is_there))
            cells.push_back({at.page, column.left, at.top, column.right, at.bottom, {}, at.em, at.shift});
    }
    return next < own.size() ? std::nullopt : std::optional(std::move(cells));
}

/// Whether every row has one figure at the most in each column.
bool fit_all(const Rows& table, const Row& columns) {
    return std::all_of(table.begin(), table.end(), [&](const Row* row) {
        const Row own = cells_of(*row, true);
        return own.empty() || spread(*row, own, columns);
    });
}

void replace(Row& row, bool figures, Row cells) {
    std::erase_if(row, [&](const Fragment& cell) { return is_figure(cell.text) == figures && !cell.text.empty(); });
    row.insert(row.end(), std::make_move_iterator(cells.begin()), std::make_move_iterator(cells.end()));
    std::stable_sort(row.begin(), row.end(), is_before);
}

void fill(Row& row, bool figures, const Row& columns) {
    const Row own = cells_of(row, figures);
    if (row.empty() || own.size() >= columns.size()) return;
    if (figures && own.empty()) return;
    if (auto filled = spread(row, own, columns)) replace(row, figures, std::move(*filled));
}

/// Names to the right of figures: those of the right half of a table. Its left half may have rows that the right one
/// has not, and the other way round.
Row names_of_halves(const Rows& table, const Row& figures) {
    Row names = stretches_of(table, false);
    std::size_t behind = 0;
    for (const Fragment& name : names) {
        for (const Fragment& column : figures) {
            if (overlap(name, column)) return {};
        }
        if (!figures.empty() && name.left > figures.front().right) ++behind;
    }
    return behind > 0 && names.size() > behind ? names : Row{};
}

/// Where the header has more names than the rows have cells: a column without figures for each name that has none of
/// them below it. Nothing is added where names and columns do not come out even.
void add_empty_columns(const Rows& table, const Row& names, Row& figures) {
    const Row labels = stretches_of(table, false);
    if (names.size() <= labels.size() + figures.size()) return;
    Row all = figures;
    all.insert(all.end(), labels.begin(), labels.end());
    Row added;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int left = i == 0 ? names[i].left : (names[i - 1].right + names[i].left) / 2;
        const int right = i + 1 == names.size() ? std::max(names[i].right, all.back().right)
                                                : (names[i].right + names[i + 1].left) / 2;
        const bool filled = std::any_of(all.begin(), all.end(), [&](const Fragment& one) {
            const int middle = (one.left + one.right) / 2;
            return middle >= left && middle < right;
        });
        if (!filled) added.push_back(names[i]);
    }
    if (all.size() + added.size() != names.size()) return;
    figures.insert(figures.end(), added.begin(), added.end());
    std::stable_sort(figures.begin(), figures.end(), is_before);
}

}  // namespace

void fill_empty_cells(const Rows& table, const Row& names_above) {
    Row columns = stretches_of(table, true);
    add_empty_columns(table, names_above, columns);
    const bool several = table.size() > 1 && fit_all(table, columns);
    const Row names = several ? names_of_halves(table, columns) : Row{};
    if (!several) columns = usual_figures(table);
    for (Row* row : table) {
        fill(*row, true, columns);
        if (!names.empty()) fill(*row, false, names);
    }
}

}  // namespace gouji
