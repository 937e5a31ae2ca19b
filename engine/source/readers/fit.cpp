// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_fit.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace gouji {
namespace {

/// The distance of two lines of one cell: what is usual among neighbours one above the other, in the closer quarter of
/// them.
int pitch_of(const std::vector<Line>& lines) {
    std::vector<int> distances;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const Fragment& one : lines[i].parts) {
            constexpr std::size_t far = 32;  // lines: a neighbour is nearer
            for (std::size_t j = i + 1; j < std::min(lines.size(), i + far); ++j) {
                const auto below = std::find_if(lines[j].parts.begin(), lines[j].parts.end(),
                    [&](const Fragment& other) { return overlap(one, other); });
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
        const auto figure = std::find_if(lines[anchor].parts.begin(), lines[anchor].parts.end(),
            [](const Fragment& one) { return is_figure(one.text); });
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
    Fitting(const std::vector<Line>& lines, const std::vector<std::size_t>& anchors, Stands stands)
        : lines_(lines), anchors_(anchors), stands_(stands), skipped_{0} {
        for (const Line& line : lines) {
            const bool label = std::any_of(
                line.parts.begin(), line.parts.end(), [](const Fragment& one) { return begins_label(one.text); });
            skipped_.push_back(skipped_.back() + (label ? 2 * skipped : skipped));
        }
    }

    struct Rows {
        int cost = 0;
        std::vector<std::pair<std::size_t, std::size_t>>
            ranges;  ///< of each anchor: its first line, and behind its last
    };

    Rows fit() const {
        // Of each row: for every line that it may end before, the least cost of all rows so far, with the lines before
        // it paid for; where it then begins, and where the row before ends.
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
            const std::size_t earliest =
                std::max(row == 0 ? 0 : anchors_[row - 1] + 1, anchor - std::min(anchor, most_lines));
            for (std::size_t begin = earliest; begin <= anchor; ++begin) {
                // The row before ends at or before `begin`; lines between are of no row.
                int reached = never;
                std::size_t from = 0;
                for (std::size_t i = 0; i < before.ends.size() && before.first + i <= begin; ++i) {
                    const int cost =
                        before.ends[i].cost >= never ? never : before.ends[i].cost + skipping(before.first + i, begin);
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
            const int cost =
                before.ends[i].cost >= never ? never : before.ends[i].cost + skipping(before.first + i, lines_.size());
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
            const bool figures =
                std::any_of(column.begin(), column.end(), [](const Fragment* one) { return is_figure(one->text); });
            const int middle = stands_.where == Stands::Where::top ? first.middle()
                : stands_.where == Stands::Where::bottom           ? last.middle()
                                                                   : (first.middle() + last.middle()) / 2;
            // Where the page ends within the row, its cells stand in either part of it.
            const bool cut = first.page != last.page;
            cost += std::min(cut ? cut_farthest : farthest,
                std::abs(middle + (figures ? 0 : stands_.offset) - anchor.middle) * 100 / em);
            for (std::size_t i = 1; i < column.size(); ++i) {
                if ((column[i]->middle() - column[i - 1]->middle()) * 10 > std::max(em, stands_.pitch) * 13)
                    cost += apart;
                if (!is_figure(column[i]->text) && begins_label(column[i]->text)) cost += 4 * apart;
                // A cell has nothing side by side.
                if ((column[i]->middle() - column[i - 1]->middle()) * 3 < em) cost += apart;
                // A line that goes on is full: the next is no wider.
                if (column[i]->width() * 10 > column[i - 1]->width() * 10 + em * 12) cost += skipped + 10;
            }
            // Beside figures a cell has their unit at most; what else stands over or under them is a header, or prose.
            if (figures)
                cost += 2 * apart
                    * static_cast<int>(std::count_if(column.begin(), column.end(),
                        [](const Fragment* one) { return !is_figure(one->text) && !is_unit(one->text); }));
        }
        return cost;
    }

    const std::vector<Line>& lines_;
    const std::vector<std::size_t>& anchors_;
    Stands stands_;
    std::vector<int> skipped_;  ///< the cost of leaving out all lines before one
};

}  // namespace

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
        std::stable_sort(one.parts.begin(), one.parts.end(),
            [](const Fragment* a, const Fragment* b) { return a->middle() < b->middle(); });
        columns.push_back(std::move(one.parts));
    }
    return columns;
}

std::vector<std::pair<std::size_t, std::size_t>> fit_rows(
    const std::vector<Line>& lines, const std::vector<std::size_t>& anchors) {
    const int offset = offset_of(lines, anchors);
    const int pitch = pitch_of(lines);
    Fitting::Rows best;
    best.cost = std::numeric_limits<int>::max();
    for (const auto where : {Stands::Where::middle, Stands::Where::top, Stands::Where::bottom}) {
        if (Fitting::Rows rows = Fitting(lines, anchors, {where, offset, pitch}).fit(); rows.cost < best.cost)
            best = std::move(rows);
    }
    return best.ranges;
}

}  // namespace gouji
