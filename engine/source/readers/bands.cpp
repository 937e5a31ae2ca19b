// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_bands.hpp"

#include "engine/source/readers/private_fit.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

namespace gouji {
namespace {

/// True where a figure of several digits stands above.
bool is_rest(const Fragment& one, const Line& above) {
    constexpr std::size_t several = 2;
    return std::any_of(above.parts.begin(), above.parts.end(), [&](const Fragment& other) {
        return is_figure(other.text) && other.text.size() >= several && overlap(one, other);
    });
}

/// Lines that begin a row: those with figures, but for figures that are broken over several lines, whose parts stand
/// beside or below the others of their row.
std::vector<std::size_t> anchors_of(const std::vector<Line>& lines) {
    int left = std::numeric_limits<int>::max();
    int right = 0;
    for (const Line& one : lines) {
        left = std::min(left, one.parts.front().left);
        right = std::max(right, one.parts.back().right);
    }
    // A number in a sentence, with a wide blank before it, is no figure of a table.
    const auto is_prose = [&](const Line& line) {
        return std::any_of(line.parts.begin(), line.parts.end(), [&](const Fragment& one) {
            return one.text.find("。") != std::string::npos || one.text.find("；") != std::string::npos
                || (line.figures == 1 && one.width() * 10 > (right - left) * 6);
        });
    };
    std::vector<std::size_t> anchors;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        constexpr std::size_t most_cells = 128;
        if (lines[i].figures == 0 || lines[i].parts.size() > most_cells || is_prose(lines[i])) continue;
        const auto near = [&](std::size_t other) {
            return lines[other].figures > lines[i].figures
                && std::abs(lines[other].middle - lines[i].middle) < lines[i].em;
        };
        const bool beside = (i > 0 && near(i - 1)) || (i + 1 < lines.size() && near(i + 1));
        // The rest of a long figure whose cell is narrow; a label that begins here would be of another row.
        const bool below = !anchors.empty() && anchors.back() + 1 == i
            && (lines[i].middle - lines[i - 1].middle) * 10 < lines[i].em * 17
            && lines[i].figures < lines[i - 1].figures
            && std::all_of(lines[i].parts.begin(), lines[i].parts.end(), [&](const Fragment& one) {
                   return is_figure(one.text) ? is_rest(one, lines[i - 1]) : !begins_label(one.text);
               });
        if (!beside && !below) anchors.push_back(i);
    }
    return anchors;
}

bool is_label(const Column& column) {
    return std::none_of(column.begin(), column.end(), [](const Fragment* one) { return is_figure(one->text); });
}

/// A label that was set wide has a gap in it. What stands close to the right of a label and begins none is of the same
/// cell.
std::vector<Column> mend_labels(std::vector<Column> columns) {
    std::vector<Column> made;
    for (Column& one : columns) {
        const auto right = [](const Column& column) {
            return (*std::max_element(column.begin(), column.end(), [](const Fragment* a, const Fragment* b) {
                return a->right < b->right;
            }))->right;
        };
        const bool rest = !made.empty() && is_label(one) && is_label(made.back()) && !begins_label(one.front()->text)
            && (one.front()->left - right(made.back())) * 10 < one.front()->em * 6;
        if (!rest) {
            made.push_back(std::move(one));
            continue;
        }
        Column& whole = made.back();
        whole.insert(whole.end(), one.begin(), one.end());
        std::stable_sort(whole.begin(), whole.end(), [](const Fragment* a, const Fragment* b) {
            return std::abs(a->middle() - b->middle()) * 3 < a->em ? a->left < b->left : a->middle() < b->middle();
        });
    }
    return made;
}

Fragment cell_of(const Column& column) {
    Fragment made = *column.front();
    for (std::size_t i = 1; i < column.size(); ++i) {
        // Whether two figures in a cell are one that was broken cannot be told: they stay apart.
        const bool figures = is_figure(column[i]->text) && is_figure(column[i - 1]->text);
        made = joined(std::move(made), *column[i], figures ? " " : "");
    }
    return made;
}

struct Made {
    Band band;
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Where most rows of the same table have more figures, and all of this one stand under some of them, the others are
/// empty.
void fill_empty(std::vector<Made>& rows) {
    const auto figures = [](const Made& row) {
        std::vector<Fragment> found;
        std::copy_if(row.band.cells.begin(), row.band.cells.end(), std::back_inserter(found),
            [](const Fragment& one) { return is_figure(one.text); });
        return found;
    };
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first + 1;
        while (last < rows.size() && rows[last].from == rows[last - 1].to) ++last;
        // The fullest row whose number of figures is that of most rows.
        std::map<std::size_t, int> counts;
        for (std::size_t i = first; i < last; ++i) ++counts[figures(rows[i]).size()];
        const std::size_t usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
        })->first;
        std::vector<Fragment> full;
        for (std::size_t i = first; i < last && full.empty(); ++i) {
            if (auto found = figures(rows[i]); found.size() == usual) full = std::move(found);
        }
        for (std::size_t i = first; i < last; ++i) {
            const std::vector<Fragment> own = figures(rows[i]);
            if (own.empty() || own.size() >= full.size()) continue;
            std::vector<Fragment> filled;
            std::size_t next = 0;
            for (const Fragment& column : full) {
                if (next < own.size() && overlap(own[next], column)) filled.push_back(own[next++]);
                else
                    filled.push_back(
                        {own.front().page, column.left, own.front().top, column.right, own.front().bottom, {}});
            }
            if (next < own.size()) continue;
            auto& cells = rows[i].band.cells;
            std::erase_if(cells, [](const Fragment& one) { return is_figure(one.text); });
            cells.insert(cells.end(), filled.begin(), filled.end());
            std::stable_sort(
                cells.begin(), cells.end(), [](const Fragment& a, const Fragment& b) { return a.left < b.left; });
        }
        first = last;
    }
}

}  // namespace

std::vector<Band> lay_out(std::vector<std::vector<Fragment>> pages) {
    std::vector<Line> all = lines_of(std::move(pages));
    // Numbers of pages come after the rest, that they may not part the rows of a table.
    const auto numbers = std::stable_partition(all.begin(), all.end(), [](const Line& one) { return !one.is_number; });
    const std::vector<Line> lines(std::make_move_iterator(all.begin()), std::make_move_iterator(numbers));
    std::vector<Made> rows;
    for (const auto& [from, to] : fit_rows(lines, anchors_of(lines))) {
        Made made{{false, {}}, from, to};
        for (const Column& column : mend_labels(columns_of(lines, from, to)))
            made.band.cells.push_back(cell_of(column));
        made.band.is_row = made.band.cells.size() > 1;
        rows.push_back(std::move(made));
    }
    fill_empty(rows);
    std::vector<Band> bands;
    std::size_t at = 0;
    const auto plain = [&](std::size_t to) {
        for (; at < to; ++at) bands.push_back({false, lines[at].parts});
    };
    for (Made& row : rows) {
        plain(row.from);
        bands.push_back(std::move(row.band));
        at = row.to;
    }
    plain(lines.size());
    for (auto one = numbers; one != all.end(); ++one) bands.push_back({false, std::move(one->parts)});
    return bands;
}

}  // namespace gouji
