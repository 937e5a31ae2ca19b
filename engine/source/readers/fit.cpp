// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_fit.hpp"

#include "engine/source/readers/private_fit_costs.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

namespace gouji {
namespace {

/// The usual distance of two lines of one cell: that of the closest quarter of neighbours one above the other.
int pitch_of(const std::vector<PageLine>& lines) {
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

/// How far labels are above the figures beside them, where they differ in font: the median of all such distances that
/// are less than half a line.
int offset_of(const std::vector<PageLine>& lines, const std::vector<std::size_t>& anchors) {
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

/// How the cells of a table are aligned in their rows.
struct CellAlignment {
    enum class Side { top, middle, bottom } side = Side::middle;
    int offset = 0;  ///< of labels above figures
    int pitch = 0;   ///< of the lines of one cell
};

/// Lines from `first` up to `end`.
using LineRange = std::pair<std::size_t, std::size_t>;

/// A cell of a row that some lines may be: what its costs for each alignment are made of.
struct CellPlace {
    int first = 0;  ///< the middle of its first line
    int last = 0;
    bool has_figures = false;
    bool over_pages = false;
};

/// A row that some lines may be.
struct RowCosts {
    int fixed = 0;  ///< whatever the alignment is
    std::vector<CellPlace> cells;
};

/// The costs of rows, made once for all alignments that are tried.
using KnownRows = std::map<LineRange, RowCosts>;

/// Which lines are of which row, at the least cost: by dynamic programming, row by row from the top.
class RowFit {
public:
    RowFit(const std::vector<PageLine>& lines, const std::vector<std::size_t>& anchors, CellAlignment alignment,
        KnownRows& known)
        : lines_(lines), anchors_(anchors), alignment_(alignment), known_(known), skipped_{0} {
        for (const PageLine& line : lines) {
            const bool label = std::any_of(
                line.parts.begin(), line.parts.end(), [](const Fragment& part) { return begins_label(part.text); });
            skipped_.push_back(skipped_.back() + (label ? fit_costs::skipped_label : fit_costs::skipped_line));
        }
    }

    struct Rows {
        int cost = 0;
        std::vector<LineRange> ranges;  ///< of each anchor
    };

    [[nodiscard]] Rows solve() const {
        std::vector<RowEnds> rows;
        rows.reserve(anchors_.size());
        const RowEnds none{0, {{0, 0, 0}}};
        for (std::size_t row = 0; row < anchors_.size(); ++row)
            rows.push_back(ends_of(row, row == 0 ? none : rows.back()));
        const Reached all = reach(rows.empty() ? none : rows.back(), lines_.size());
        Rows solution{all.cost, std::vector<LineRange>(rows.size())};
        std::size_t end = all.before;
        for (std::size_t row = rows.size(); row-- > 0;) {
            const RowEnd& chosen = rows[row].ends[end - rows[row].first];
            solution.ranges[row] = {chosen.begin, end};
            end = chosen.before;
        }
        return solution;
    }

private:
    /// A row that ends before some line.
    struct RowEnd {
        int cost = fit_costs::impossible;  ///< the least of all rows so far, with the lines between them
        std::size_t begin = 0;             ///< of the row, where it costs that
        std::size_t before = 0;            ///< the end of the row before
    };
    /// A row, for each line that it may end before.
    struct RowEnds {
        std::size_t first = 0;
        std::vector<RowEnd> ends;
    };
    /// The least cost up to a line, and where the last row before it ends.
    struct Reached {
        int cost = fit_costs::impossible;
        std::size_t before = 0;
    };

    static constexpr std::size_t most_lines = 16;  // of a label above, and below, the figures of its row

    /// The lines after the row, up to `line`, belong to no row.
    [[nodiscard]] Reached reach(const RowEnds& row, std::size_t line) const {
        Reached least;
        for (std::size_t i = 0; i < row.ends.size() && row.first + i <= line; ++i) {
            const std::size_t end = row.first + i;
            if (row.ends[i].cost >= fit_costs::impossible) continue;
            const int cost = row.ends[i].cost + skipped_[line] - skipped_[end];
            if (cost < least.cost) least = {cost, end};
        }
        return least;
    }

    [[nodiscard]] RowEnds ends_of(std::size_t row, const RowEnds& before) const {
        const std::size_t anchor = anchors_[row];
        const std::size_t next = row + 1 < anchors_.size() ? anchors_[row + 1] : lines_.size();
        const std::size_t last = std::min(next, anchor + 1 + most_lines);
        const std::size_t earliest =
            std::max(row == 0 ? 0 : anchors_[row - 1] + 1, anchor - std::min(anchor, most_lines));
        RowEnds own{anchor + 1, std::vector<RowEnd>(last - anchor)};
        for (std::size_t begin = earliest; begin <= anchor; ++begin) {
            const Reached reached = reach(before, begin);
            if (reached.cost >= fit_costs::impossible) continue;
            for (std::size_t end = anchor + 1; end <= last; ++end) {
                const int cost = reached.cost + cost_of_row({begin, end}, lines_[anchor]);
                if (cost < own.ends[end - own.first].cost) own.ends[end - own.first] = {cost, begin, reached.before};
            }
        }
        return own;
    }

    [[nodiscard]] int cost_of_row(LineRange range, const PageLine& anchor) const {
        auto known = known_.find(range);
        if (known == known_.end()) known = known_.emplace(range, costs_of(range, anchor)).first;
        int cost = known->second.fixed;
        for (const CellPlace& cell : known->second.cells) cost += cost_of_place(cell, anchor);
        return cost;
    }

    /// The anchor is the only one among the lines.
    [[nodiscard]] RowCosts costs_of(LineRange range, const PageLine& anchor) const {
        constexpr std::size_t most_parts = 1'000;
        std::size_t parts = 0;
        for (std::size_t i = range.first; i < range.second; ++i) parts += lines_[i].parts.size();
        if (parts > most_parts) return {fit_costs::too_many_parts, {}};
        RowCosts costs;
        for (const FragmentColumn& column : columns_of(lines_, range.first, range.second)) {
            const Fragment& first = *column.front();
            const Fragment& last = *column.back();
            costs.cells.push_back({first.middle(), last.middle(), has_figures(column), first.page != last.page});
            costs.fixed += cost_of_lines(column, anchor);
            if (costs.cells.back().has_figures) costs.fixed += cost_of_words(column);
        }
        return costs;
    }

    [[nodiscard]] static bool has_figures(const FragmentColumn& column) {
        return std::any_of(column.begin(), column.end(), [](const Fragment* part) { return is_figure(part->text); });
    }

    /// How far the cell is from the anchor of its row.
    [[nodiscard]] int cost_of_place(const CellPlace& cell, const PageLine& anchor) const {
        const int middle = alignment_.side == CellAlignment::Side::top ? cell.first
            : alignment_.side == CellAlignment::Side::bottom           ? cell.last
                                                                       : (cell.first + cell.last) / 2;
        const int expected = anchor.middle - (cell.has_figures ? 0 : alignment_.offset);
        const int most = cell.over_pages ? fit_costs::displaced_over_pages : fit_costs::displaced_at_most;
        return std::min(most, std::abs(middle - expected) * 100 / size_of(anchor));
    }

    /// Whether its lines can be of one cell.
    [[nodiscard]] int cost_of_lines(const FragmentColumn& column, const PageLine& anchor) const {
        const int em = size_of(anchor);
        int cost = 0;
        for (std::size_t i = 1; i < column.size(); ++i) {
            const Fragment& above = *column[i - 1];
            const Fragment& line = *column[i];
            const int distance = line.middle() - above.middle();
            if (distance * 10 > std::max(em, alignment_.pitch) * 13) cost += fit_costs::gap_in_cell;
            if (begins_label(line.text) && !is_figure(line.text)) cost += fit_costs::label_inside_cell;
            if (line.text.ends_with("。") || line.text.starts_with("注")) cost += fit_costs::prose_inside_cell;
            if (distance * 3 < em) cost += fit_costs::side_by_side;
            if (line.width() * 10 > above.width() * 10 + em * 12) cost += fit_costs::wider_continuation;
        }
        return cost;
    }

    /// Beside figures a cell has their unit at most.
    [[nodiscard]] static int cost_of_words(const FragmentColumn& column) {
        const auto words = std::count_if(column.begin(), column.end(),
            [](const Fragment* part) { return !is_figure(part->text) && !is_unit(part->text); });
        return fit_costs::words_with_figures * static_cast<int>(words);
    }

    [[nodiscard]] static int size_of(const PageLine& anchor) { return std::max(1, anchor.em); }

    const std::vector<PageLine>& lines_;
    const std::vector<std::size_t>& anchors_;
    CellAlignment alignment_;
    KnownRows& known_;
    std::vector<int> skipped_;  ///< the cost of leaving out all lines before one
};

/// Fragments that overlap from left to right.
struct ColumnGroup {
    int left;
    int right;
    FragmentColumn parts;

    [[nodiscard]] bool overlaps(const ColumnGroup& other) const {
        return std::min(right, other.right) > std::max(left, other.left);
    }
};

/// Adds a fragment; all groups that it overlaps become one with it.
void add_fragment(std::vector<ColumnGroup>& groups, const Fragment& fragment) {
    ColumnGroup own{fragment.left, fragment.right, {&fragment}};
    for (auto other = groups.begin(); other != groups.end();) {
        if (!own.overlaps(*other)) {
            ++other;
            continue;
        }
        own.left = std::min(own.left, other->left);
        own.right = std::max(own.right, other->right);
        own.parts.insert(own.parts.begin(), other->parts.begin(), other->parts.end());
        other = groups.erase(other);
    }
    groups.push_back(std::move(own));
}

}  // namespace

std::vector<FragmentColumn> columns_of(const std::vector<PageLine>& lines, std::size_t from, std::size_t to) {
    std::vector<ColumnGroup> groups;
    for (std::size_t i = from; i < to; ++i) {
        for (const Fragment& fragment : lines[i].parts) add_fragment(groups, fragment);
    }
    std::sort(groups.begin(), groups.end(), [](const ColumnGroup& a, const ColumnGroup& b) { return a.left < b.left; });
    std::vector<FragmentColumn> columns;
    for (ColumnGroup& group : groups) {
        std::stable_sort(group.parts.begin(), group.parts.end(),
            [](const Fragment* a, const Fragment* b) { return a->middle() < b->middle(); });
        columns.push_back(std::move(group.parts));
    }
    return columns;
}

int left_of(const FragmentColumn& column) {
    return (*std::min_element(column.begin(), column.end(), [](const Fragment* a, const Fragment* b) {
        return a->left < b->left;
    }))->left;
}

int right_of(const FragmentColumn& column) {
    return (*std::max_element(column.begin(), column.end(), [](const Fragment* a, const Fragment* b) {
        return a->right < b->right;
    }))->right;
}

std::vector<std::pair<std::size_t, std::size_t>> fit_rows(
    const std::vector<PageLine>& lines, const std::vector<std::size_t>& anchors) {
    const int offset = offset_of(lines, anchors);
    const int pitch = pitch_of(lines);
    KnownRows known;
    RowFit::Rows best;
    best.cost = std::numeric_limits<int>::max();
    for (const auto side : {CellAlignment::Side::middle, CellAlignment::Side::top, CellAlignment::Side::bottom}) {
        RowFit::Rows rows = RowFit(lines, anchors, {side, offset, pitch}, known).solve();
        if (rows.cost < best.cost) best = std::move(rows);
    }
    return best.ranges;
}

}  // namespace gouji
