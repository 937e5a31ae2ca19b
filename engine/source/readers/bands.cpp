// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_bands.hpp"

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
    return std::any_of(above.parts.begin(), above.parts.end(), [&](const Fragment& other) { return is_figure(other.text) && other.text.size() >= several && overlap(one, other); });
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
            return one.text.find("。") != std::string::npos || one.text.find("；") != std::string::npos || (line.figures == 1 && one.width() * 10 > (right - left) * 6);
        });
    };
    std::vector<std::size_t> anchors;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        constexpr std::size_t most_cells = 128;
        if (lines[i].figures == 0 || lines[i].parts.size() > most_cells || is_prose(lines[i])) continue;
        const auto near = [&](std::size_t other) { return lines[other].figures > lines[i].figures && std::abs(lines[other].middle - lines[i].middle) < lines[i].em; };
        const bool beside = (i > 0 && near(i - 1)) || (i + 1 < lines.size() && near(i + 1));
        // The rest of a long figure whose cell is narrow; a label that begins here would be of another row.
        const bool below = !anchors.empty() && anchors.back() + 1 == i && (lines[i].middle - lines[i - 1].middle) * 10 < lines[i].em * 17 && lines[i].figures < lines[i - 1].figures &&
                           std::all_of(lines[i].parts.begin(), lines[i].parts.end(), [&](const Fragment& one) { return is_figure(one.text) ? is_rest(one, lines[i - 1]) : !begins_label(one.text); });
        if (!beside && !below) anchors.push_back(i);
    }
    return anchors;
}

using Column = std::vector<const Fragment*>;  ///< from top to bottom

/// The cells of a row: what stands one above the other.
std::vector<Column> columns_of(const std::vector<Line>& lines, std::size_t from, std::size_t to) {
    struct Group {
        int left;
        int right;
        Column parts;
    };
    std::vector<Group> groups;
    for (std::size_t i = from; i < to; ++i) {
        for (const Fragment& one : lines[i].parts) {
            Group made{one.left, one.right, {&one}};
            // Those that it overlaps become one with it.
            for (auto other = groups.begin(); other != groups.end();) {
                if (std::min(made.right, other->right) <= std::max(made.left, other->left)) {
                    ++other;
                    continue;
                }
                made.left = std::min(made.left, other->left);
                made.right = std::max(made.right, other->right);
                made.parts.insert(made.parts.begin(), other->parts.begin(), other->parts.end());
                other = groups.erase(other);
            }
            groups.push_back(std::move(made));
        }
    }
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.left < b.left; });
    std::vector<Column> columns;
    for (Group& one : groups) {
        std::stable_sort(one.parts.begin(), one.parts.end(), [](const Fragment* a, const Fragment* b) { return a->middle() < b->middle(); });
        columns.push_back(std::move(one.parts));
    }
    return columns;
}

/// The distance of two lines of one cell: what is usual among neighbours one above the other, in the closer quarter of them.
int pitch_of(const std::vector<Line>& lines) {
    std::vector<int> distances;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const Fragment& one : lines[i].parts) {
            constexpr std::size_t far = 32;  // lines: a neighbour is nearer
            for (std::size_t j = i + 1; j < std::min(lines.size(), i + far); ++j) {
                const auto below = std::find_if(lines[j].parts.begin(), lines[j].parts.end(), [&](const Fragment& other) { return overlap(one, other); });
                if (below == lines[j].parts.end()) continue;
                distances.push_back(below->middle() - one.middle());
                break;
            }
        }
    }
    if (distances.empty()) return 0;
    const auto quarter = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 4);
    std::nth_element(distances.begin(), quarter, distances.end());
    return *quarter;
}

/// How far labels stand above the figures beside them, where both have fonts of their own: the middle one of all such
/// distances that are less than half a line.
int offset_of(const std::vector<Line>& lines, const std::vector<std::size_t>& anchors) {
    std::vector<int> offsets;
    for (const std::size_t anchor : anchors) {
        const auto figure = std::find_if(lines[anchor].parts.begin(), lines[anchor].parts.end(), [](const Fragment& one) { return is_figure(one.text); });
        for (std::size_t i = anchor > 0 ? anchor - 1 : 0; i < std::min(lines.size(), anchor + 2); ++i) {
            for (const Fragment& one : lines[i].parts) {
                const int distance = figure->middle() - one.middle();
                if (!is_figure(one.text) && std::abs(distance) * 2 < figure->em) offsets.push_back(distance);
            }
        }
    }
    if (offsets.empty()) return 0;
    const auto half = offsets.begin() + static_cast<std::ptrdiff_t>(offsets.size() / 2);
    std::nth_element(offsets.begin(), half, offsets.end());
    return *half;
}

/// How the cells of a table stand in their rows.
struct Stands {
    enum class Where { top, middle, bottom } where = Where::middle;
    int offset = 0;  ///< of labels above figures
    int pitch = 0;   ///< of the lines of one cell
};

/// Which lines are of which row, at the least cost. Costs are hundredths of the size of characters.
class Fitting {
public:
    Fitting(const std::vector<Line>& lines, const std::vector<std::size_t>& anchors, Stands stands) : lines_(lines), anchors_(anchors), stands_(stands), skipped_{0} {
        for (const Line& line : lines) {
            const bool label = std::any_of(line.parts.begin(), line.parts.end(), [](const Fragment& one) { return begins_label(one.text); });
            skipped_.push_back(skipped_.back() + (label ? 2 * skipped : skipped));
        }
    }

    struct Rows {
        int cost = 0;
        std::vector<std::pair<std::size_t, std::size_t>> ranges;  ///< of each anchor: its first line, and behind its last
    };

    Rows fit() const {
        // Of each row: for every line that it may end before, the least cost of all rows so far, with the lines before it paid
        // for; where it then begins, and where the row before ends.
        struct End {
            int cost = never;
            std::size_t begin = 0;
            std::size_t before = 0;
        };
        struct Row {
            std::size_t first = 0;  ///< line that it may end before
            std::vector<End> ends;
        };
        std::vector<Row> rows;
        Row before{0, {{0, 0, 0}}};
        for (std::size_t row = 0; row < anchors_.size(); ++row) {
            const std::size_t anchor = anchors_[row];
            const std::size_t behind = row + 1 < anchors_.size() ? anchors_[row + 1] : lines_.size();
            const std::size_t last = std::min(behind, anchor + 1 + most_lines);
            Row made{anchor + 1, std::vector<End>(last - anchor)};
            const std::size_t earliest = std::max(row == 0 ? 0 : anchors_[row - 1] + 1, anchor - std::min(anchor, most_lines));
            for (std::size_t begin = earliest; begin <= anchor; ++begin) {
                // The row before ends at or before `begin`; lines between are of no row.
                int reached = never;
                std::size_t from = 0;
                for (std::size_t i = 0; i < before.ends.size() && before.first + i <= begin; ++i) {
                    const int cost = before.ends[i].cost >= never ? never : before.ends[i].cost + skipping(before.first + i, begin);
                    if (cost >= reached) continue;
                    reached = cost;
                    from = before.first + i;
                }
                if (reached >= never) continue;
                for (std::size_t end = anchor + 1; end <= last; ++end) {
                    const int cost = reached + cost_of(begin, end, lines_[anchor]);
                    if (cost < made.ends[end - made.first].cost) made.ends[end - made.first] = {cost, begin, from};
                }
            }
            rows.push_back(made);
            before = std::move(made);
        }
        Rows made;
        made.cost = never;
        std::size_t end = 0;
        for (std::size_t i = 0; i < before.ends.size(); ++i) {
            const int cost = before.ends[i].cost >= never ? never : before.ends[i].cost + skipping(before.first + i, lines_.size());
            if (cost >= made.cost) continue;
            made.cost = cost;
            end = before.first + i;
        }
        made.ranges.resize(rows.size());
        for (std::size_t row = rows.size(); row-- > 0;) {
            const End& chosen = rows[row].ends[end - rows[row].first];
            made.ranges[row] = {chosen.begin, end};
            end = chosen.before;
        }
        return made;
    }

private:
    static constexpr int never = std::numeric_limits<int>::max() / 2;
    static constexpr std::size_t most_lines = 16;  // of a label above, and below, the figures of its row
    static constexpr int skipped = 50;
    static constexpr int apart = 100;
    static constexpr int farthest = 100;
    static constexpr int cut_farthest = 30;

    /// Of lines that are of no row; a label without figures is less likely than a header or prose.
    [[nodiscard]] int skipping(std::size_t from, std::size_t to) const { return skipped_[to] - skipped_[from]; }

    int cost_of(std::size_t from, std::size_t to, const Line& anchor) const {
        constexpr std::size_t most_parts = 1'000;
        constexpr int forbidding = 100'000;
        std::size_t parts = 0;
        for (std::size_t i = from; i < to; ++i) parts += lines_[i].parts.size();
        if (parts > most_parts) return forbidding;
        int cost = 0;
        for (const Column& column : columns_of(lines_, from, to)) {
            const int em = std::max(1, anchor.em);
            const Fragment& first = *column.front();
            const Fragment& last = *column.back();
            const bool figures = std::any_of(column.begin(), column.end(), [](const Fragment* one) { return is_figure(one->text); });
            const int middle = stands_.where == Stands::Where::top ? first.middle() : stands_.where == Stands::Where::bottom ? last.middle() : (first.middle() + last.middle()) / 2;
            // Where the page ends within the row, its cells stand in either part of it.
            const bool cut = first.page != last.page;
            cost += std::min(cut ? cut_farthest : farthest, std::abs(middle + (figures ? 0 : stands_.offset) - anchor.middle) * 100 / em);
            for (std::size_t i = 1; i < column.size(); ++i) {
                if ((column[i]->middle() - column[i - 1]->middle()) * 10 > std::max(em, stands_.pitch) * 13) cost += apart;
                if (!is_figure(column[i]->text) && begins_label(column[i]->text)) cost += 4 * apart;
                // A cell has nothing side by side.
                if ((column[i]->middle() - column[i - 1]->middle()) * 3 < em) cost += apart;
                // A line that goes on is full: the next is no wider.
                if (column[i]->width() * 10 > column[i - 1]->width() * 10 + em * 12) cost += skipped + 10;
            }
            // Beside figures a cell has their unit at most; what else stands over or under them is a header, or prose.
            if (figures) cost += 2 * apart * static_cast<int>(std::count_if(column.begin(), column.end(), [](const Fragment* one) { return !is_figure(one->text) && !is_unit(one->text); }));
        }
        return cost;
    }

    const std::vector<Line>& lines_;
    const std::vector<std::size_t>& anchors_;
    Stands stands_;
    std::vector<int> skipped_;  ///< the cost of leaving out all lines before one
};

bool is_label(const Column& column) {
    return std::none_of(column.begin(), column.end(), [](const Fragment* one) { return is_figure(one->text); });
}

/// A label that was set wide has a gap in it. What stands close to the right of a label and begins none is of the same cell.
std::vector<Column> mend_labels(std::vector<Column> columns) {
    std::vector<Column> made;
    for (Column& one : columns) {
        const auto right = [](const Column& column) { return (*std::max_element(column.begin(), column.end(), [](const Fragment* a, const Fragment* b) { return a->right < b->right; }))->right; };
        const bool rest = !made.empty() && is_label(one) && is_label(made.back()) && !begins_label(one.front()->text) && (one.front()->left - right(made.back())) * 10 < one.front()->em * 6;
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

/// Where most rows of the same table have more figures, and all of this one stand under some of them, the others are empty.
void fill_empty(std::vector<Made>& rows) {
    const auto figures = [](const Made& row) {
        std::vector<Fragment> found;
        std::copy_if(row.band.cells.begin(), row.band.cells.end(), std::back_inserter(found), [](const Fragment& one) { return is_figure(one.text); });
        return found;
    };
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first + 1;
        while (last < rows.size() && rows[last].from == rows[last - 1].to) ++last;
        // The fullest row whose number of figures is that of most rows.
        std::map<std::size_t, int> counts;
        for (std::size_t i = first; i < last; ++i) ++counts[figures(rows[i]).size()];
        const std::size_t usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
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
                else filled.push_back({own.front().page, column.left, own.front().top, column.right, own.front().bottom, {}});
            }
            if (next < own.size()) continue;
            auto& cells = rows[i].band.cells;
            std::erase_if(cells, [](const Fragment& one) { return is_figure(one.text); });
            cells.insert(cells.end(), filled.begin(), filled.end());
            std::stable_sort(cells.begin(), cells.end(), [](const Fragment& a, const Fragment& b) { return a.left < b.left; });
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
    const std::vector<std::size_t> anchors = anchors_of(lines);
    Fitting::Rows best;
    best.cost = std::numeric_limits<int>::max();
    const int offset = offset_of(lines, anchors);
    const int pitch = pitch_of(lines);
    for (const auto where : {Stands::Where::middle, Stands::Where::top, Stands::Where::bottom}) {
        if (Fitting::Rows rows = Fitting(lines, anchors, {where, offset, pitch}).fit(); rows.cost < best.cost) best = std::move(rows);
    }
    std::vector<Made> rows;
    for (const auto& [from, to] : best.ranges) {
        Made made{{false, {}}, from, to};
        for (const Column& column : mend_labels(columns_of(lines, from, to))) made.band.cells.push_back(cell_of(column));
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
