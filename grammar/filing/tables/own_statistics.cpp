// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_own_statistics.hpp"

#include "grammar/filing/tables/private_own_cells.hpp"
#include "grammar/filing/tables/private_own_divisions.hpp"
#include "grammar/filing/tables/private_statistics_lines.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/number.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// The number before a label: 2 of 2、政府公报公开, 1 of 其中:1.网站公开; 0 for none.
int ordinal_of(std::string_view label) {
    constexpr std::string_view among = "其中:";
    if (label.starts_with(among)) label.remove_prefix(among.size());
    int number = 0;
    std::size_t at = 0;
    for (; at < label.size() && at < 2 && is_digit(label[at]); ++at) number = number * 10 + (label[at] - '0');
    const std::string_view rest = label.substr(at);
    return rest.starts_with("、") || rest.starts_with('.') || rest.starts_with(')') ? number : 0;
}

class StatisticsReading {
public:
    StatisticsReading(const Text& text, StatisticsTable printed) : text_(text), printed_(std::move(printed)) {
        read_.where = printed_.where;
        read_.table.span = text.source(read_.where);
        OwnNames names;
        for (const Span column : printed_.columns) names.add(read_.table.columns, text.view(column));
    }

    TableRead read() {
        part_ordinals();
        OwnNames names;
        for (std::size_t row = 0; row < printed_.rows.size(); ++row) {
            names.add(read_.table.rows, text_.view(printed_.rows[row].label));
            add_row(row);
        }
        divide();
        return std::move(read_);
    }

private:
    [[nodiscard]] std::size_t columns() const { return printed_.columns.size(); }
    [[nodiscard]] std::string_view label(std::size_t row) const { return text_.view(printed_.rows[row].label); }

    /// In 171350172.政府公报公开 the last 2 is the number of the label, which follows the one before.
    void part_ordinals() {
        for (std::size_t row = 0; row + 1 < printed_.rows.size(); ++row) {
            StatisticsRow& own = printed_.rows[row];
            Span& next = printed_.rows[row + 1].label;
            const std::string_view words = text_.view(next);
            if (!own.joined || !(words.starts_with("、") || words.starts_with('.') || words.starts_with(')'))) continue;
            Span& digits = own.figures.front();
            const std::string wanted = std::to_string(ordinal_of(label(row)) + 1);
            if (digits.end != next.start || !text_.view(digits).ends_with(wanted)) continue;
            digits.end -= static_cast<std::uint32_t>(wanted.size());
            next.start = digits.end;
        }
    }

    /// Blank cells, to be filled.
    void add_row(std::size_t row) {
        StatisticsRow& own = printed_.rows[row];
        for (std::size_t column = 0; column < columns(); ++column) {
            Cell& cell = read_.table.cells.emplace_back();
            cell.presence = own.figures.empty() ? Presence::blank : Presence::unreadable;
            cell.span = text_.source(own.figures.empty() ? own.unit : hull(own.figures.front(), own.figures.back()));
        }
        if (own.joined && columns() > 1) return;
        if (printed_.has_codes && own.figures.size() == columns() + 1) own.figures.erase(own.figures.begin());
        if (own.figures.size() == columns()) {
            for (std::size_t column = 0; column < columns(); ++column)
                fill(cell(row, column), own_cell(text_, own.figures[column]), own);
        } else if (own.figures.size() == 1) {
            leave_open(row);
        }
    }

    [[nodiscard]] int index(std::size_t row, std::size_t column) const {
        return static_cast<int>(row * columns() + column);
    }
    Cell& cell(std::size_t row, std::size_t column) {
        return read_.table.cells[static_cast<std::size_t>(index(row, column))];
    }

    void fill(Cell& cell, Cell made, const StatisticsRow& row) const {
        const std::string_view unit = text_.view(row.unit);
        if (unit.ends_with("元")) made.unit = unit;
        cell = std::move(made);
    }

    /// One figure for several columns: in which of them it is nobody can tell.
    void leave_open(std::size_t row) {
        const Span figure = printed_.rows[row].figures.front();
        const Cell read = own_cell(text_, figure);
        for (std::size_t column = 0; column < columns(); ++column) {
            Cell& open = cell(row, column);
            open.certain = false;
            open.raw = text_.view(figure);
            if (read.presence == Presence::number)
                read_.table.choices.push_back({{index(row, column)}, {{{read.value}, {text_.source(figure)}, {}}}, 0});
        }
    }

    /// The joined rows, each with the one before that has no number of its own as its whole.
    std::vector<JoinedRow> joined_rows() const {
        std::vector<JoinedRow> joined;
        int whole = -1;
        for (std::size_t row = 0; row < printed_.rows.size(); ++row) {
            const bool part = ordinal_of(label(row)) > 0 || label(row).starts_with("其中");
            if (!part) whole = -1;
            if (!printed_.rows[row].joined || columns() < 2) continue;
            JoinedRow own{row, divisions_of(text_.characters(), printed_.rows[row].figures.front(), columns()), -1};
            if (own.readings.empty()) continue;
            if (part) own.whole = whole;
            else whole = static_cast<int>(joined.size());
            joined.push_back(std::move(own));
        }
        return joined;
    }

    /// Columns whose names say that they are of one year, or of all years.
    [[nodiscard]] std::vector<std::size_t> columns_of(bool cumulative) const {
        std::vector<std::size_t> found;
        for (std::size_t column = 0; column < columns(); ++column) {
            const bool all = text_.view(printed_.columns[column]).find("累计") != std::string_view::npos;
            if (all == cumulative) found.push_back(column);
        }
        return found;
    }

    void divide() {
        std::vector<JoinedRow> joined = joined_rows();
        set_aside_divisions(joined, columns_of(false), columns_of(true));
        for (JoinedRow& row : joined) put_division(row);
    }

    void put_division(JoinedRow& row) {
        const std::string_view prose = text_.characters().substr(0, printed_.where.start);
        Choice choice{{}, std::move(row.readings), 0};
        choice.preferred = likeliest_division(choice.readings, prose);
        const Choice::Reading& best = choice.readings[static_cast<std::size_t>(choice.preferred)];
        for (std::size_t column = 0; column < columns(); ++column) {
            choice.cells.push_back(index(row.row, column));
            Cell& own = cell(row.row, column);
            fill(own, own_cell(text_, best.spans[column]), printed_.rows[row.row]);
            own.basis = Basis::divided;
            own.certain = choice.readings.size() == 1;
        }
        for (Choice::Reading& reading : choice.readings) {
            for (Span& span : reading.spans) span = text_.source(span);
        }
        if (choice.readings.size() > 1) read_.table.choices.push_back(std::move(choice));
    }

    const Text& text_;
    StatisticsTable printed_;
    TableRead read_;
};

}  // namespace

std::vector<TableRead> read_statistics(const Text& text) {
    std::vector<TableRead> found;
    for (StatisticsTable& printed : find_statistics(text.characters()))
        found.push_back(StatisticsReading(text, std::move(printed)).read());
    return found;
}

}  // namespace gouji
