// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_bands.hpp"

#include "engine/source/readers/private_filled_rows.hpp"
#include "engine/source/readers/private_fit.hpp"
#include "engine/source/readers/private_header_band.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace gouji {
namespace {

/// True where a figure of several digits is above. A figure has one decimal point.
bool is_rest(const Fragment& one, const PageLine& above) {
    constexpr std::size_t several = 2;
    const auto is_decimal = [](const Fragment& figure) { return figure.text.find('.') != std::string::npos; };
    return std::any_of(above.parts.begin(), above.parts.end(), [&](const Fragment& other) {
        return is_figure(other.text) && other.text.size() >= several && overlap(one, other)
            && !(is_decimal(one) && is_decimal(other));
    });
}

/// A number in a sentence, with a wide blank before it, is not a figure of a table.
bool is_prose(const PageLine& line, int width_of_page) {
    return std::any_of(line.parts.begin(), line.parts.end(), [&](const Fragment& part) {
        return part.text.find("。") != std::string::npos || part.text.find("；") != std::string::npos
            || (line.figures == 1 && part.width() * 10 > width_of_page * 6);
    });
}

int width_of(const std::vector<PageLine>& lines) {
    int left = std::numeric_limits<int>::max();
    int right = 0;
    for (const PageLine& line : lines) {
        left = std::min(left, line.parts.front().left);
        right = std::max(right, line.parts.back().right);
    }
    return right - left;
}

/// Whether a line is at the height of a neighbour that has more figures.
bool is_beside(const std::vector<PageLine>& lines, std::size_t line) {
    const auto near = [&](std::size_t other) {
        return lines[other].figures > lines[line].figures
            && std::abs(lines[other].middle - lines[line].middle) < lines[line].em;
    };
    return (line > 0 && near(line - 1)) || (line + 1 < lines.size() && near(line + 1));
}

/// Whether a line has the rest of long figures whose cells are narrow, from the line above it. A label that begins here
/// would be of another row.
bool goes_on_below(const PageLine& line, const PageLine& above) {
    return (line.middle - above.middle) * 10 < line.em * 17 && line.figures < above.figures
        && std::all_of(line.parts.begin(), line.parts.end(), [&](const Fragment& part) {
               return is_figure(part.text) ? is_rest(part, above) : !begins_label(part.text);
           });
}

/// Lines that begin a row: those with figures, except for figures that are broken over several lines, whose parts are
/// beside or below the others of their row.
std::vector<std::size_t> anchors_of(const std::vector<PageLine>& lines) {
    constexpr std::size_t most_cells = 128;
    const int width = width_of(lines);
    std::vector<std::size_t> anchors;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].figures == 0 || lines[i].parts.size() > most_cells || is_prose(lines[i], width)) continue;
        const bool below = !anchors.empty() && anchors.back() + 1 == i && goes_on_below(lines[i], lines[i - 1]);
        if (!below && !is_beside(lines, i)) anchors.push_back(i);
    }
    return anchors;
}

bool is_label(const FragmentColumn& column) {
    return std::none_of(column.begin(), column.end(), [](const Fragment* one) { return is_figure(one->text); });
}

/// A label that was set wide has a gap in it. Words close to the right of a label that do not begin another are of the
/// same cell.
std::vector<FragmentColumn> mend_labels(std::vector<FragmentColumn> columns) {
    std::vector<FragmentColumn> made;
    for (FragmentColumn& one : columns) {
        const bool rest = !made.empty() && is_label(one) && is_label(made.back()) && !begins_label(one.front()->text)
            && (one.front()->left - right_of(made.back())) * 10 < one.front()->em * 6;
        if (!rest) {
            made.push_back(std::move(one));
            continue;
        }
        FragmentColumn& whole = made.back();
        whole.insert(whole.end(), one.begin(), one.end());
        std::stable_sort(whole.begin(), whole.end(), [](const Fragment* a, const Fragment* b) {
            return std::abs(a->middle() - b->middle()) * 3 < a->em ? a->left < b->left : a->middle() < b->middle();
        });
    }
    return made;
}

Fragment cell_of(const FragmentColumn& column) {
    Fragment made = *column.front();
    for (std::size_t i = 1; i < column.size(); ++i) {
        // Whether two figures in a cell are one that was broken cannot be told: they stay apart.
        const bool figures = is_figure(column[i]->text) && is_figure(column[i - 1]->text);
        made = joined(std::move(made), *column[i], figures ? " " : "");
    }
    return made;
}

/// A row, and the lines that it is made of.
struct BandOfLines {
    Band band;
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The rows of all tables; those of one follow each other without a line between them.
std::vector<BandOfLines> rows_of(const std::vector<PageLine>& lines) {
    std::vector<BandOfLines> rows;
    for (const auto& [from, to] : fit_rows(lines, anchors_of(lines))) {
        BandOfLines row{{false, {}}, from, to};
        for (const FragmentColumn& column : mend_labels(columns_of(lines, from, to)))
            row.band.cells.push_back(cell_of(column));
        row.band.is_row = row.band.cells.size() > 1;
        rows.push_back(std::move(row));
    }
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first + 1;
        while (last < rows.size() && rows[last].from == rows[last - 1].to) ++last;
        std::vector<std::vector<Fragment>*> table;
        for (std::size_t i = first; i < last; ++i) table.push_back(&rows[i].band.cells);
        const std::size_t before = first == 0 ? 0 : rows[first - 1].to;
        fill_empty_cells(table, names_above(lines, before, rows[first].from, rows[first].band.cells.front()));
        first = last;
    }
    return rows;
}

}  // namespace

std::vector<Band> lay_out(std::vector<std::vector<Fragment>> pages) {
    std::vector<PageLine> all = lines_of(std::move(pages));
    // Numbers of pages come last, so that they do not separate the rows of a table.
    const auto numbers =
        std::stable_partition(all.begin(), all.end(), [](const PageLine& line) { return !line.is_number; });
    const std::vector<PageLine> lines(std::make_move_iterator(all.begin()), std::make_move_iterator(numbers));
    std::vector<Band> bands;
    std::size_t at = 0;
    const auto add_lines_up_to = [&](std::size_t to) {
        for (; at < to; ++at) bands.push_back({false, lines[at].parts});
    };
    for (BandOfLines& row : rows_of(lines)) {
        const HeaderBand header = header_above(lines, at, row.from, row.band.cells);
        if (!header.levels.empty()) {
            add_lines_up_to(header.from);
            for (const auto& level : header.levels) {
                bands.push_back({true, {}});
                for (const FragmentColumn& name : level) bands.back().cells.push_back(cell_of(name));
            }
            at = row.from;
        }
        add_lines_up_to(row.from);
        bands.push_back(std::move(row.band));
        at = row.to;
    }
    add_lines_up_to(lines.size());
    for (auto number = numbers; number != all.end(); ++number) bands.push_back({false, std::move(number->parts)});
    return bands;
}

}  // namespace gouji
