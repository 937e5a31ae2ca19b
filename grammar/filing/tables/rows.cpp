// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_rows.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/tables/divide.hpp"
#include "grammar/filing/tables/private_change_grammar.hpp"
#include "grammar/lexical/number.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace gouji {
namespace {

Presence presence_of(Item::Kind kind) {
    return kind == Item::Kind::dash ? Presence::dash : kind == Item::Kind::slash ? Presence::slash : Presence::number;
}

/// The number that digits alone are, without zeros before them, as in nearly every cell.
std::optional<Decimal> count_of(std::string_view digits) {
    constexpr std::size_t most_digits = 18;
    if (digits.empty() || digits.size() > most_digits || (digits.front() == '0' && digits.size() > 1))
        return std::nullopt;
    std::int64_t whole = 0;
    for (const char digit : digits) {
        if (!is_digit(digit)) return std::nullopt;
        whole = whole * 10 + (digit - '0');
    }
    return Decimal(whole);
}

/// Nothing when the number cannot be told.
std::optional<Decimal> value_of(std::string_view number) {
    const auto figure = read_figure(number, 0, {});
    return figure ? figure->value : std::nullopt;
}

/// 增2 is 2, 减少3项 is -3, 不变 is 0.
std::optional<Decimal> value_of_change(std::string_view words) {
    const std::size_t first = words.find_first_of("0123456789");
    if (first == std::string_view::npos) return Decimal();
    const auto figure = read_figure(words, first, {});
    if (!figure || !figure->value) return std::nullopt;
    return lexical::taken<change_grammar::loss>(words, 0) > 0 ? figure->value->negated() : *figure->value;
}

/// `cell` is as it was made; `of_change`: it says how a number changed.
void fill_cell(Cell& cell, const Text& text, const Printed& printed, Basis basis, bool of_change) {
    const Item& item = printed.item;
    cell.basis = basis;
    cell.presence = printed.presence;
    cell.span = text.source(item.span);
    const std::string_view raw = text.view(item.span);
    if (printed.presence == Presence::number && item.kind == Item::Kind::figure) {
        if (const auto count = count_of(raw)) {
            cell.value = *count;
            return;
        }
    }
    cell.raw = raw;
    if (printed.presence != Presence::number) return;
    if (item.kind == Item::Kind::change) {
        const auto value = of_change ? value_of_change(raw) : std::nullopt;
        if (value) cell.value = *value;
        else cell.presence = Presence::unreadable;
        return;
    }
    std::string_view digits = text.view(item.number);
    const bool negative = !digits.empty() && digits.front() == '-';
    if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) digits.remove_prefix(1);
    const auto value = value_of(digits);
    if (!value) {
        cell.presence = Presence::unreadable;
        return;
    }
    cell.value = negative ? value->negated() : *value;
    if (item.number.end == item.span.end) return;
    std::string_view unit = text.view({item.number.end, item.span.end});
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    cell.unit = unit;
}

void put_division(
    Table& table, const Text& text, const Division& division, const std::vector<int>& cells, Basis basis) {
    const auto& first = division.readings.front();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Cell& cell = table.cells[static_cast<std::size_t>(cells[i])];
        cell.presence = Presence::number;
        cell.basis = basis;
        cell.value = first.values[i];
        cell.span = text.source(first.spans[i]);
        cell.raw = text.view(first.spans[i]);
        cell.certain = std::all_of(division.readings.begin(), division.readings.end(), [&](const auto& reading) {
            return reading.values[i] == first.values[i] && reading.spans[i] == first.spans[i];
        });
    }
    for (const int one : division.evidence) {
        if (std::find(table.evidence.begin(), table.evidence.end(), one) == table.evidence.end())
            table.evidence.push_back(one);
    }
    const auto keep = [&](const std::vector<Division::Reading>& readings) {
        std::vector<Choice::Reading> kept;
        for (const auto& reading : readings) {
            kept.push_back({reading.values, {}, {}});
            for (const Span span : reading.spans) kept.back().spans.push_back(text.source(span));
        }
        return kept;
    };
    if (division.readings.size() > 1) table.choices.push_back({cells, keep(division.readings), 0});
    if (!division.others.empty() || division.others_unknown)
        table.doubts.push_back({cells, keep(division.others), division.others_unknown});
}

/// 47无 or 1204—312: a mark that stands for a figure beside the digits; 172023年: the last of them are no figure.
bool is_more_at(const Text& text, std::uint32_t at) {
    constexpr std::u32string_view more = U"无/\\-—–―年月日";
    return at < text.characters().size()
        && more.find(utf8::decode(text.characters(), at).code) != std::u32string_view::npos;
}

}  // namespace

void mark_unreadable(Table& table, const Text& text, Span where, const std::vector<int>& cells) {
    // Each cell says what stands there; of half a report the beginning is enough.
    constexpr std::size_t most_bytes = 400;
    std::string_view raw = text.view(where);
    if (raw.size() > most_bytes) raw = raw.substr(0, utf8::previous(raw, most_bytes + 1));
    for (const int index : cells) {
        Cell& cell = table.cells[static_cast<std::size_t>(index)];
        cell.presence = Presence::unreadable;
        cell.span = text.source(where);
        cell.raw = raw;
        cell.certain = false;
    }
}

namespace {

/// 3件 and words beside them in one cell.
void add_words(Printed& cell, const Item& item) {
    cell.presence = Presence::unreadable;
    cell.item.span = hull(cell.item.span, item.span);
}

}  // namespace

PrintedRow print_row(const std::vector<Item>& items, std::size_t from, std::size_t to) {
    PrintedRow row;
    std::size_t bars = 0;
    for (std::size_t i = from; i < to && items[i].kind != Item::Kind::line; ++i)
        bars += items[i].kind == Item::Kind::bar ? 1U : 0U;
    row.barred = bars > 0;
    row.cells.reserve(8);  // nearly all rows have no more
    bool open = false;     // behind a bar, with nothing in the cell yet
    bool words = false;    // in the cell, which is then no figure
    bool seen = false;
    bool line = false;  // a line end stood behind figures
    for (std::size_t i = from; i < to; ++i) {
        const Item& item = items[i];
        const bool text = item.kind == Item::Kind::text || item.kind == Item::Kind::label;
        if (row.barred && item.kind == Item::Kind::bar) {
            if (open) row.cells.push_back({Presence::blank, item});
            open = true;
            words = false;
        } else if (row.barred && item.kind == Item::Kind::line) {
            break;
        } else if (row.barred && (text || words)) {
            if (open) row.cells.push_back({Presence::unreadable, item});
            else if (!row.cells.empty()) add_words(row.cells.back(), item);  // else it belongs to the label
            words = words || open || !row.cells.empty();
            open = false;
        } else if (item.is_value()) {
            row.cells.push_back({presence_of(item.kind), item});
            row.on_line += line ? 0 : 1;
            open = false;
            seen = true;
        } else if (item.kind == Item::Kind::text && seen) {
            break;
        } else if (item.kind == Item::Kind::line) {
            line = seen;
        }
    }
    return row;
}

namespace {

/// The cells of a `|` row that the form has no columns for, and how many it begins and ends with that may be those.
struct Margins {
    std::size_t extra = 0;
    std::size_t front = 0;  ///< empty
    std::size_t back = 0;   ///< empty, or of words

    /// So many of them may stand behind the columns, and the others before them.
    [[nodiscard]] bool may_end_with(std::size_t behind) const {
        return behind <= std::min(extra, back) && extra - behind <= front;
    }
};

Margins margins_of(const RowOfForm& row) {
    const auto& cells = row.printed->cells;
    const auto filled = [](const Printed& one) { return one.presence != Presence::blank; };
    const auto figure = [](const Printed& one) {
        return one.presence != Presence::blank && one.presence != Presence::unreadable;
    };
    if (!row.printed->barred || cells.size() <= row.columns) return {};
    return {cells.size() - row.columns,
        static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), filled) - cells.begin()),
        static_cast<std::size_t>(std::find_if(cells.rbegin(), cells.rend(), figure) - cells.rbegin())};
}

}  // namespace

void drop_margins(const std::vector<RowOfForm>& rows) {
    std::vector<Margins> all;
    all.reserve(rows.size());
    std::size_t wide = 0;  // rows
    std::size_t most = 0;  // extra cells
    for (const RowOfForm& one : rows) {
        const Margins& made = all.emplace_back(margins_of(one));
        wide += made.extra > 0 ? 1 : 0;
        most = std::max(most, made.extra);
    }
    std::size_t behind = 0;
    std::ptrdiff_t best = 0;
    for (std::size_t i = 0; i <= most; ++i) {
        const auto fit = std::count_if(
            all.begin(), all.end(), [&](const Margins& one) { return one.extra > 0 && one.may_end_with(i); });
        if (fit <= best) continue;
        best = fit;
        behind = i;
    }
    // In a table with a column of figures that the form does not have, some rows look as if they fitted.
    if (4 * static_cast<std::size_t>(best) < 3 * wide) return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Margins& own = all[i];
        std::size_t back = behind;
        while (back <= own.extra && !own.may_end_with(back)) ++back;  // another converter's, or a damaged row
        if (own.extra == 0 || back > own.extra) continue;
        auto& cells = rows[i].printed->cells;
        cells.erase(cells.end() - static_cast<std::ptrdiff_t>(back), cells.end());
        cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(own.extra - back));
    }
}

namespace {

/// True when digits of the row demonstrably run together: a figure longer than one digit begins with a zero, or its
/// separators do not stand before every three digits.
bool proves_joined(const Text& text, const PrintedRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Printed& one) {
        if (one.presence != Presence::number || !one.item.plain) return false;
        const std::string_view digits = text.view(one.item.number);
        return (digits.size() > 1 && digits.front() == '0')
            || std::find(digits.begin(), digits.end(), ',') != digits.end();
    });
}

}  // namespace

void fill_cells(
    Table& table, const Text& text, const PrintedRow& row, const std::vector<int>& cells, bool restored, bool joined) {
    const std::size_t wanted = cells.size();
    const bool as_printed = row.cells.size() == wanted;
    if (as_printed ? row.foreign > 0 : !row.barred && row.cells.size() < wanted) {
        std::vector<Span> runs;
        for (const auto& one : row.cells) {
            if (one.presence == Presence::number && one.item.plain && !is_more_at(text, one.item.span.end))
                runs.push_back(one.item.number);
        }
        if (runs.size() == row.cells.size() && !runs.empty() && (as_printed || joined || proves_joined(text, row))) {
            const Division division = divide(text.characters(), runs, cells, *table.layout, row.foreign);
            const auto& readings = division.readings;
            const bool same =
                as_printed && readings.size() == 1 && readings.front().spans.back().end == runs.back().end;
            if (!readings.empty() && !same) return put_division(table, text, division, cells, Basis::divided);
        }
    }
    if (as_printed) {
        for (std::size_t i = 0; i < wanted; ++i) {
            Cell& cell = table.cells[static_cast<std::size_t>(cells[i])];
            if (cell.presence != Presence::absent) cell = {};  // of a row that was found twice
            fill_cell(cell, text, row.cells[i], restored ? Basis::restored : Basis::written,
                table.layout->is_change(cells[i]));
        }
        return;
    }
    Span all;
    for (const auto& one : row.cells) all = hull(all, one.item.span);
    if (!row.cells.empty()) mark_unreadable(table, text, all, cells);
}

}  // namespace gouji
