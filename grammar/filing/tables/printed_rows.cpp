// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_printed_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace gouji {
namespace {

/// 3件 and words beside them in one cell.
void add_words(PrintedCell& cell, const Item& words) {
    cell.presence = Presence::unreadable;
    cell.item.span = hull(cell.item.span, words.span);
}

/// The cells of a `|` row, which ends with its line. Words make a cell unreadable with all that follows in it; words
/// before the first bar belong to the label.
void add_barred_cells(PrintedRow& row, const std::vector<Item>& items, std::size_t from, std::size_t to) {
    enum class CellState : std::uint8_t { empty, filled, words };
    CellState cell = CellState::filled;  // by the label
    std::size_t place = 0;
    for (std::size_t i = from; i < to && items[i].kind != Item::Kind::line; ++i) {
        const Item& item = items[i];
        if (item.kind == Item::Kind::bar) {
            if (cell == CellState::empty) row.cells.push_back({Presence::blank, item, place});
            cell = CellState::empty;
            ++place;
        } else if (item.kind == Item::Kind::text || item.kind == Item::Kind::label || cell == CellState::words) {
            if (cell == CellState::empty) row.cells.push_back({Presence::unreadable, item, place});
            else if (!row.cells.empty()) add_words(row.cells.back(), item);
            cell = row.cells.empty() ? CellState::filled : CellState::words;
        } else {
            row.cells.push_back({presence_of(item), item, place});
            cell = CellState::filled;
        }
    }
}

/// The figures of a row without bars, on one line or several, up to the next words.
void add_figures(PrintedRow& row, const std::vector<Item>& items, std::size_t from, std::size_t to) {
    bool first_line = true;
    for (std::size_t i = from; i < to; ++i) {
        const Item& item = items[i];
        if (item.is_value()) {
            row.cells.push_back({presence_of(item), item});
            row.on_line += first_line ? 1 : 0;
        } else if (!row.cells.empty()) {
            if (item.kind == Item::Kind::text) break;
            if (item.kind == Item::Kind::line) first_line = false;
        }
    }
}

}  // namespace

namespace {

const Item* open_end_of(const std::vector<Item>& items, std::size_t from, std::size_t to) {
    std::size_t begin = from;
    while (begin > 0 && items[begin - 1].kind != Item::Kind::line) --begin;
    std::size_t end = from;
    while (end < to && items[end].kind != Item::Kind::line) ++end;
    const bool open = end > from && items[begin].kind != Item::Kind::bar && items[end - 1].kind == Item::Kind::bar;
    return open ? &items[end - 1] : nullptr;
}

}  // namespace

void close_end(PrintedRow& row, std::size_t columns) {
    if (row.open_end && row.cells.size() + 1 == columns) row.cells.push_back({Presence::blank, *row.open_end});
}

std::size_t places_of(const PrintedRow& row) {
    std::size_t places = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        places += i == 0 || row.cells[i].place != row.cells[i - 1].place ? 1U : 0U;
    return places;
}

PrintedRow row_as_printed(const std::vector<Item>& items, std::size_t from, std::size_t to) {
    constexpr std::size_t usual_cells = 8;
    PrintedRow row;
    row.cells.reserve(usual_cells);
    for (std::size_t i = from; i < to && items[i].kind != Item::Kind::line && !row.barred; ++i)
        row.barred = items[i].kind == Item::Kind::bar;
    if (row.barred) {
        add_barred_cells(row, items, from, to);
        row.open_end = open_end_of(items, from, to);
    } else add_figures(row, items, from, to);
    return row;
}

namespace {

/// Several figures between two bars make one cell that cannot be read, where there are places enough for the row.
void join_places(const RowOfForm& row) {
    auto& cells = row.printed->cells;
    if (!row.printed->barred || cells.size() <= row.columns) return;
    const std::size_t places = places_of(*row.printed);
    if (places < row.columns || places == cells.size()) return;
    std::vector<PrintedCell> joined;
    for (const PrintedCell& cell : cells) {
        if (joined.empty() || joined.back().place != cell.place) joined.push_back(cell);
        else add_words(joined.back(), cell.item);
    }
    cells = std::move(joined);
}

/// The cells of a `|` row for which the form has no columns.
struct Margins {
    std::size_t extra = 0;  ///< how many there are
    std::size_t front = 0;  ///< cells at the front that may be such: empty
    std::size_t back = 0;   ///< cells at the back that may be such: empty, or with words

    /// So many of them may be after the columns, and the others before them.
    [[nodiscard]] bool may_end_with(std::size_t after) const {
        return after <= std::min(extra, back) && extra - after <= front;
    }
};

Margins margins_of(const RowOfForm& row) {
    const auto& cells = row.printed->cells;
    const auto filled = [](const PrintedCell& cell) { return cell.presence != Presence::blank; };
    const auto figure = [](const PrintedCell& cell) {
        return cell.presence != Presence::blank && cell.presence != Presence::unreadable;
    };
    if (!row.printed->barred || cells.size() <= row.columns) return {};
    return {cells.size() - row.columns,
        static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), filled) - cells.begin()),
        static_cast<std::size_t>(std::find_if(cells.rbegin(), cells.rend(), figure) - cells.rbegin())};
}

/// How many cells after the columns fit most rows; nothing where too few rows agree. In a table with a column of
/// figures that the form does not have, some rows look as if they fitted.
std::optional<std::size_t> usual_margin(const std::vector<Margins>& rows) {
    constexpr std::ptrdiff_t of = 4;
    constexpr std::ptrdiff_t enough = 3;
    std::ptrdiff_t wide = 0;
    std::size_t widest = 0;
    for (const Margins& row : rows) {
        wide += row.extra > 0 ? 1 : 0;
        widest = std::max(widest, row.extra);
    }
    std::size_t usual = 0;
    std::ptrdiff_t most = 0;
    for (std::size_t after = 0; after <= widest; ++after) {
        const auto fitting = std::count_if(
            rows.begin(), rows.end(), [&](const Margins& row) { return row.extra > 0 && row.may_end_with(after); });
        if (fitting <= most) continue;
        most = fitting;
        usual = after;
    }
    return most * of < wide * enough ? std::nullopt : std::optional(usual);
}

}  // namespace

void drop_margins(const std::vector<RowOfForm>& rows) {
    for (const RowOfForm& row : rows) join_places(row);
    std::vector<Margins> margins;
    margins.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(margins), margins_of);
    const auto usual = usual_margin(margins);
    if (!usual) return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Margins& own = margins[i];
        std::size_t after = *usual;
        while (after <= own.extra && !own.may_end_with(after)) ++after;  // from another converter, or damaged
        if (own.extra == 0 || after > own.extra) continue;
        auto& cells = rows[i].printed->cells;
        cells.erase(cells.end() - static_cast<std::ptrdiff_t>(after), cells.end());
        cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(own.extra - after));
    }
}

}  // namespace gouji
