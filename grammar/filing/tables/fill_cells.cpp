// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_fill_cells.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/tables/divide.hpp"
#include "grammar/filing/tables/private_change_grammar.hpp"
#include "grammar/lexical/number.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {
namespace {

/// The number that digits alone are, without zeros before them, as in most cells.
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

/// 增2 is 2, 减少3项 is -3, 不变 is 0.
std::optional<Decimal> value_of_change(std::string_view words) {
    const std::size_t first = words.find_first_of("0123456789");
    if (first == std::string_view::npos) return Decimal();
    const auto figure = read_figure(words, first, {});
    if (!figure || !figure->value) return std::nullopt;
    return lexical::taken<change_grammar::loss>(words, 0) > 0 ? figure->value->negated() : *figure->value;
}

/// Nothing when the number cannot be told.
std::optional<Decimal> value_with_sign(std::string_view digits) {
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits.remove_prefix(1);
    const std::string whole = (digits.starts_with('.') ? "0" : "") + std::string(digits);
    const auto figure = read_figure(whole, 0, {});
    // In 1,2345 only the 1 is read.
    if (!figure || !figure->value || figure->digits_end != whole.size()) return std::nullopt;
    return negative ? figure->value->negated() : *figure->value;
}

/// The unit after a figure, without the blanks between them.
std::string_view unit_after(const Text& text, const Item& figure) {
    std::string_view unit = text.view({figure.number.end, figure.span.end});
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    return unit;
}

/// `cell` is as it was made; `is_change`: it says how a number changed.
void fill_cell(Cell& cell, const Text& text, const PrintedCell& printed, Basis basis, bool is_change) {
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
    const bool change = item.kind == Item::Kind::change;
    const auto value = !change ? value_with_sign(text.view(item.number))
        : is_change            ? value_of_change(raw)
                               : std::nullopt;
    if (!value) {
        cell.presence = Presence::unreadable;
        return;
    }
    cell.value = *value;
    if (!change && item.number.end != item.span.end) cell.unit = unit_after(text, item);
}

std::vector<Choice::Reading> readings_of(const Text& text, const std::vector<DividedNumbers>& divided) {
    std::vector<Choice::Reading> readings;
    for (const DividedNumbers& numbers : divided) {
        readings.push_back({numbers.values, {}, {}});
        for (const Span span : numbers.spans) readings.back().spans.push_back(text.source(span));
    }
    return readings;
}

/// The bytes of the source of spans within one row, most of which share their ends.
std::vector<Span> sources_of(const Text& text, const std::vector<Span>& spans) {
    std::uint32_t first = text.all().end;
    for (const Span span : spans) first = std::min(first, span.start);
    std::vector<std::optional<Span>> known;
    const auto source_at = [&](std::uint32_t at) {
        if (known.size() <= at - first) known.resize(at - first + 1);
        std::optional<Span>& one = known[at - first];
        if (!one) one = text.source({at, at + 1});
        return *one;
    };
    std::vector<Span> sources;
    sources.reserve(spans.size());
    for (const Span span : spans) sources.push_back(hull(source_at(span.start), source_at(span.end - 1)));
    return sources;
}

/// `end`: the last figure of the row.
void fill_divided(
    Table& table, const Text& text, const Division& division, const std::vector<int>& cells, const Item& end) {
    const DividedNumbers& first = division.readings.front();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Cell& cell = table.cells[static_cast<std::size_t>(cells[i])];
        cell.presence = Presence::number;
        cell.basis = Basis::divided;
        cell.value = first.values[i];
        cell.span = text.source(first.spans[i]);
        cell.raw = text.view(first.spans[i]);
        if (i + 1 == cells.size() && !end.plain) cell.unit = unit_after(text, end);
        cell.certain = std::all_of(division.readings.begin(), division.readings.end(), [&](const auto& reading) {
            return reading.values[i] == first.values[i] && reading.spans[i] == first.spans[i];
        });
    }
    for (const int equation : division.evidence) table.add_evidence(equation);
    if (division.readings.size() > 1) table.choices.push_back({cells, readings_of(text, division.readings), 0});
    if (!division.others.values.empty() || division.others_unknown)
        table.doubts.push_back(
            {cells, division.others.values, sources_of(text, division.others.spans), division.others_unknown});
}

/// 47无 or 1204—312: a mark that stands for a figure beside the digits; 172023年: the last of them are not a figure.
bool is_more_at(const Text& text, std::uint32_t at) {
    constexpr std::u32string_view more = U"无/\\-—–―年月日";
    return at < text.characters().size()
        && more.find(utf8::decode(text.characters(), at).code) != std::u32string_view::npos;
}

/// The digits before the point of a figure that ends with decimals or a unit; none where it has other signs.
Span whole_digits(const Text& text, const Item& figure) {
    const std::string_view digits = text.view(figure.number);
    const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    if (digits.find_first_not_of("0123456789.") != std::string_view::npos) return {};
    return {figure.number.start, figure.number.start + static_cast<std::uint32_t>(end)};
}

/// The runs of digits that the row is made of; none where it has anything else. Where its last cell is an amount, the
/// last run may go on with decimals and a unit.
std::vector<Span> runs_of(const Text& text, const PrintedRow& row, bool ends_with_amount) {
    std::vector<Span> runs;
    for (const PrintedCell& cell : row.cells) {
        const bool amount = ends_with_amount && &cell == &row.cells.back() && cell.item.kind == Item::Kind::figure;
        if (cell.presence != Presence::number || (!cell.item.plain && !amount) || is_more_at(text, cell.item.span.end))
            return {};
        runs.push_back(cell.item.plain ? cell.item.number : whole_digits(text, cell.item));
    }
    if (!runs.empty() && runs.back().empty()) return {};
    return runs;
}

/// 13575394432.52元: the last number of each division into so many places goes on with what is behind the digits.
void add_amount_end(const Text& text, const Item& last, std::size_t places, DividedNumbers& divisions) {
    for (std::size_t at = places - 1; at < divisions.values.size(); at += places) {
        Span& span = divisions.spans[at];
        if (const auto value = Decimal::parse(text.view({span.start, last.number.end}))) divisions.values[at] = *value;
        span.end = last.span.end;
    }
}

/// A division of the row's digits that differs from what is printed.
std::optional<Division> division_of(
    const Table& table, const Text& text, const PrintedRow& row, const std::vector<int>& cells, bool joined) {
    const bool as_printed = row.cells.size() == cells.size();
    if (as_printed ? row.foreign == 0 : row.barred || row.cells.size() > cells.size()) return std::nullopt;
    const bool amount = table.layout->measures[static_cast<std::size_t>(cells.back())] == Measure::amount;
    const std::vector<Span> runs = runs_of(text, row, amount);
    if (runs.empty() || (!as_printed && !(joined && row.on_line == row.cells.size()) && !proves_joined(text, row)))
        return std::nullopt;
    Division division = divide_digits(text.characters(), runs, cells, *table.layout, row.foreign);
    const auto& readings = division.readings;
    const bool same = as_printed && readings.size() == 1 && readings.front().spans.back().end == runs.back().end;
    if (readings.empty() || same) return std::nullopt;
    if (const Item& last = row.cells.back().item; !last.plain) {
        for (DividedNumbers& one : division.readings) add_amount_end(text, last, cells.size(), one);
        add_amount_end(text, last, cells.size(), division.others);
    }
    return division;
}

}  // namespace

bool proves_joined(const Text& text, const PrintedRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const PrintedCell& cell) {
        if (cell.presence != Presence::number || !cell.item.plain) return false;
        const std::string_view digits = text.view(cell.item.number);
        return (digits.size() > 1 && digits.front() == '0')
            || std::find(digits.begin(), digits.end(), ',') != digits.end();
    });
}

void mark_unreadable(Table& table, const Text& text, Span where, const std::vector<int>& cells) {
    // Each cell keeps what is printed there; when that is half a report, its beginning is enough.
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

void fill_cells(
    Table& table, const Text& text, const PrintedRow& row, const std::vector<int>& cells, RowOrigin origin) {
    if (const auto division = division_of(table, text, row, cells, origin.joined)) {
        fill_divided(table, text, *division, cells, row.cells.back().item);
        return;
    }
    if (row.cells.size() == cells.size()) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            Cell& cell = table.cells[static_cast<std::size_t>(cells[i])];
            if (cell.presence != Presence::absent) cell = {};  // of a row that was found twice
            fill_cell(cell, text, row.cells[i], origin.restored ? Basis::restored : Basis::written,
                table.layout->is_change(cells[i]));
        }
        return;
    }
    Span all;
    for (const PrintedCell& cell : row.cells) all = hull(all, cell.item.span);
    if (!row.cells.empty()) mark_unreadable(table, text, all, cells);
}

}  // namespace gouji
