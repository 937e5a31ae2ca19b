// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_labelled_rows.hpp"

#include "grammar/filing/costs.hpp"
#include "grammar/filing/tables/private_align.hpp"
#include "grammar/filing/tables/private_fill_cells.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {
namespace {

/// A row of the form with what is printed after its label.
struct LabelledRow {
    AlignedRow aligned;
    PrintedRow printed;
    const std::vector<int>& cells;
    std::size_t end = 0;  ///< the item after it
};

/// 0482申请人…: the last digits of a row that are the official number of the label right after it, which has none of
/// its own.
std::size_t foreign_digits(const Text& text, const PrintedRow& row, const Item& label) {
    if (row.cells.empty() || label.kind != Item::Kind::label || label.ordinal != 0) return 0;
    const Item& last = row.cells.back().item;
    if (last.kind != Item::Kind::figure || last.span.end > label.span.start) return 0;
    if (text.view({last.span.end, label.span.start}).find_first_not_of(' ') != std::string_view::npos) return 0;
    for (const auto& [id, official] : *label.ids) {
        const std::string digits = std::to_string(official);
        if (official > 0 && last.number.size() > digits.size() && text.view(last.number).ends_with(digits))
            return digits.size();
    }
    return 0;
}

/// The item after a row: the next aligned label, or a label after its figures, which is that of a group.
std::size_t end_of_row(const std::vector<Item>& items, std::size_t label, std::size_t next) {
    bool figures = false;
    for (std::size_t i = label + 1; i < next; ++i) {
        figures = figures || items[i].is_value();
        if (figures && items[i].kind == Item::Kind::label) return i;
    }
    return next;
}

/// What is printed below a line that has all cells of the row is the number of a page.
void drop_page_number(LabelledRow& row) {
    auto& cells = row.printed.cells;
    if (!row.printed.barred && row.printed.on_line == row.cells.size() && cells.size() > row.cells.size())
        cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(row.cells.size()), cells.end());
}

LabelledRow read_row(const TableItems& table, const AlignedRow& aligned, std::size_t next) {
    const std::size_t end = end_of_row(table.items, aligned.item, next);
    LabelledRow row{aligned, row_as_printed(table.items, aligned.item + 1, end), table.cells_of(aligned.leaf), end};
    if (end < table.items.size()) row.printed.foreign = foreign_digits(table.text, row.printed, table.items[end]);
    drop_page_number(row);
    return row;
}

/// The item after the last figure of a row.
std::size_t end_of_figures(const std::vector<Item>& items, const LabelledRow& row) {
    if (row.printed.cells.empty()) return row.end;
    std::size_t item = row.aligned.item;
    while (item < row.end && items[item].span.start < row.printed.cells.back().item.span.end) ++item;
    return item;
}

/// Rows of the form between two that were found, with figures there that belong to neither: they are printed, under
/// labels that could not be read.
void mark_lost_rows(TableRead& read, const TableItems& table, const LabelledRow& before, const AlignedRow& after) {
    Span figures;
    for (std::size_t i = end_of_figures(table.items, before); i < after.item; ++i) {
        if (table.items[i].is_value()) figures = hull(figures, table.items[i].span);
    }
    if (figures.empty()) return;
    for (int row = before.aligned.leaf + 1; row < after.leaf; ++row) {
        const std::vector<int>& cells = table.cells_of(row);
        mark_unreadable(read.table, table.text, figures, cells);
        // Another form may know these rows.
        read.score += costs::cell_under_lost_label * static_cast<int>(cells.size());
    }
}

/// Where any row has its figures apart, a row with too few of them has lost empty cells.
bool has_figures_apart(const std::vector<LabelledRow>& rows) {
    return std::any_of(rows.begin(), rows.end(),
        [](const LabelledRow& row) { return row.cells.size() > 1 && row.printed.cells.size() == row.cells.size(); });
}

void drop_margins_of(std::vector<LabelledRow>& rows) {
    std::vector<RowOfForm> printed;
    printed.reserve(rows.size());
    for (LabelledRow& row : rows) printed.push_back({&row.printed, row.cells.size()});
    drop_margins(printed);
}

}  // namespace

void read_labelled_rows(TableRead& read, const TableItems& table) {
    const std::vector<AlignedRow> aligned = align_rows(table, FiguresAt::label);
    std::vector<LabelledRow> rows;
    rows.reserve(aligned.size());
    for (std::size_t r = 0; r < aligned.size(); ++r) {
        const bool last = r + 1 == aligned.size();
        rows.push_back(read_row(table, aligned[r], last ? table.items.size() : aligned[r + 1].item));
        if (!last) mark_lost_rows(read, table, rows.back(), aligned[r + 1]);
    }
    drop_margins_of(rows);
    const bool apart = has_figures_apart(rows);
    for (const LabelledRow& row : rows) {
        fill_cells(read.table, table.text, row.printed, row.cells,
            {.restored = row.aligned.restored, .joined = !apart && row.printed.cells.size() == 1});
        read.where = hull(read.where, table.items[row.aligned.item].span);
        for (const PrintedCell& cell : row.printed.cells) read.where = hull(read.where, cell.item.span);
    }
}

namespace {

/// The lines that have nothing but figures.
std::vector<std::vector<Item>> lines_of_figures(const std::vector<Item>& items) {
    std::vector<std::vector<Item>> lines(1);
    for (const Item& item : items) {
        if (item.kind == Item::Kind::line) lines.emplace_back();
        else if (item.kind != Item::Kind::bar) lines.back().push_back(item);
    }
    std::erase_if(lines, [](const std::vector<Item>& line) {
        return line.empty() || std::any_of(line.begin(), line.end(), [](const Item& item) { return !item.is_value(); });
    });
    return lines;
}

}  // namespace

bool read_rows_apart(TableRead& read, const TableItems& table) {
    const auto aligned = align_rows(table, FiguresAt::elsewhere);
    const auto rows = static_cast<std::size_t>(table.form.rows.leaf_count());
    if (aligned.size() != rows) return false;
    const std::vector<std::vector<Item>> lines = lines_of_figures(table.items);
    const auto same_size = [](const auto& line, const auto& cells) { return line.size() == cells.size(); };
    if (lines.size() != rows || !std::equal(lines.begin(), lines.end(), table.labels.cells.begin(), same_size))
        return false;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::vector<Item>& line = lines[row];
        fill_cells(read.table, table.text, row_as_printed(line, 0, line.size()), table.labels.cells[row],
            {.restored = true, .joined = false});
        const Span label = table.items[aligned[row].item].span;
        read.where = hull(read.where, hull(label, hull(line.front().span, line.back().span)));
    }
    return true;
}

}  // namespace gouji
