// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_bands.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// What stands at the same height.
struct Line {
    int middle = 0;
    int height = 0;
    std::vector<Fragment> parts;
    int figures = 0;
};

/// Digits with their signs and unit, or a dash or slash in their place.
bool is_figure(std::string_view text) {
    constexpr std::u32string_view signs = U"0123456789０１２３４５６７８９.,，．-－—–/／%％+";
    constexpr std::u32string_view unit = U"万亿元";
    bool digit = false;
    bool mark = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        const bool sign = signs.find(one.code) != std::u32string_view::npos;
        if (!sign && !(digit && unit.find(one.code) != std::u32string_view::npos)) return false;
        digit = digit || (one.code >= U'0' && one.code <= U'9') || (one.code >= U'０' && one.code <= U'９');
        mark = mark || (sign && !digit);
        at += one.size;
    }
    constexpr std::size_t longest_mark = 6;  // two dashes of three bytes
    return digit || (mark && text.size() <= longest_mark);
}

/// 件, 万元: what may stand under a figure in its cell.
bool is_unit(std::string_view text) {
    constexpr std::array<std::string_view, 12> units = {"万元", "亿元", "元", "万", "亿", "件", "宗", "条", "份", "次", "个", "%"};
    return std::find(units.begin(), units.end(), text) != units.end();
}

/// 一、 （一） 1. 1、 at the beginning: a cell of its own, never the rest of another.
bool begins_label(std::string_view text) {
    constexpr std::u32string_view opening = U"（(";
    constexpr std::u32string_view numerals = U"一二三四五六七八九十0123456789";
    constexpr std::u32string_view closing = U"、.．）)";
    std::size_t at = 0;
    auto one = utf8::decode(text, at);
    if (opening.find(one.code) != std::u32string_view::npos && one.size > 0) {
        at += one.size;
        one = utf8::decode(text, at);
    }
    int count = 0;
    while (at < text.size() && numerals.find(one.code) != std::u32string_view::npos) {
        ++count;
        at += one.size;
        one = utf8::decode(text, at);
    }
    return count > 0 && count <= 3 && at < text.size() && closing.find(one.code) != std::u32string_view::npos;
}

bool overlap(const Fragment& a, const Fragment& b) { return std::min(a.right, b.right) > std::max(a.left, b.left); }

/// Words so close that they are of one cell: a blank inside of a label is narrower than the borders of two cells, and
/// digits are parted by nothing at all.
bool belongs(const Fragment& left, const Fragment& right) {
    const int em = std::max(left.height(), right.height());
    const int gap = right.left - left.right;
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (is_figure(left.text) && is_figure(right.text)) return gap * 20 < em;
    if (!is_ascii(left.text.back()) && !is_ascii(right.text.front())) return gap * 100 < em * 15;
    return gap * 100 < em * 24;
}

Fragment joined(Fragment first, const Fragment& second, std::string_view between) {
    first.left = std::min(first.left, second.left);
    first.top = std::min(first.top, second.top);
    first.right = std::max(first.right, second.right);
    first.bottom = std::max(first.bottom, second.bottom);
    if (!first.text.empty()) first.text += between;
    first.text += second.text;
    return first;
}

std::vector<Line> lines_of(std::vector<Fragment> words) {
    std::stable_sort(words.begin(), words.end(), [](const Fragment& a, const Fragment& b) { return std::pair(a.middle(), a.left) < std::pair(b.middle(), b.left); });
    std::vector<Line> lines;
    for (Fragment& one : words) {
        const bool same = !lines.empty() && (one.middle() - lines.back().middle) * 3 < std::min(one.height(), lines.back().height);
        if (!same) lines.push_back({one.middle(), one.height(), {}, 0});
        lines.back().parts.push_back(std::move(one));
    }
    for (Line& line : lines) {
        std::stable_sort(line.parts.begin(), line.parts.end(), [](const Fragment& a, const Fragment& b) { return a.left < b.left; });
        std::vector<Fragment> merged;
        for (Fragment& one : line.parts) {
            if (!merged.empty() && belongs(merged.back(), one)) merged.back() = joined(merged.back(), one, "");
            else merged.push_back(std::move(one));
        }
        line.parts = std::move(merged);
        line.figures = static_cast<int>(std::count_if(line.parts.begin(), line.parts.end(), [](const Fragment& one) { return is_figure(one.text); }));
    }
    return lines;
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
        if (lines[i].figures == 0 || is_prose(lines[i])) continue;
        const auto near = [&](std::size_t other) { return lines[other].figures > lines[i].figures && std::abs(lines[other].middle - lines[i].middle) * 10 < lines[i].height * 9; };
        const bool beside = (i > 0 && near(i - 1)) || (i + 1 < lines.size() && near(i + 1));
        const bool alone = lines[i].figures == static_cast<int>(lines[i].parts.size());
        const bool below = alone && !anchors.empty() && anchors.back() + 1 == i && (lines[i].middle - lines[i - 1].middle) * 10 < lines[i].height * 13 && lines[i].figures < lines[i - 1].figures &&
                           std::all_of(lines[i].parts.begin(), lines[i].parts.end(), [&](const Fragment& one) {
                               return std::any_of(lines[i - 1].parts.begin(), lines[i - 1].parts.end(), [&](const Fragment& above) { return is_figure(above.text) && overlap(one, above); });
                           });
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
            for (std::size_t j = i + 1; j < lines.size(); ++j) {
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
                if (!is_figure(one.text) && std::abs(distance) * 2 < figure->height()) offsets.push_back(distance);
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

/// Which lines are of which row, at the least cost. Costs are hundredths of a line's height.
class Fitting {
public:
    Fitting(const std::vector<Line>& lines, const std::vector<std::size_t>& anchors, Stands stands) : lines_(lines), anchors_(anchors), stands_(stands) {}

    struct Rows {
        int cost = 0;
        std::vector<std::pair<std::size_t, std::size_t>> ranges;  ///< of each anchor: its first line, and behind its last
    };

    Rows fit() const {
        constexpr int never = std::numeric_limits<int>::max() / 2;
        const std::size_t count = anchors_.size();
        // best[e]: the cost of all rows so far when the last one ends before line e; all lines before it are paid for.
        std::vector<int> best(lines_.size() + 1, never);
        std::vector<std::vector<std::pair<std::size_t, std::size_t>>> came(count, std::vector<std::pair<std::size_t, std::size_t>>(lines_.size() + 1));
        best[0] = 0;
        for (std::size_t row = 0; row < count; ++row) {
            const std::size_t anchor = anchors_[row];
            const std::size_t before = row == 0 ? 0 : anchors_[row - 1] + 1;
            const std::size_t behind = row + 1 < count ? anchors_[row + 1] : lines_.size();
            const std::size_t first = anchor - std::min(anchor - before, most_lines);
            const std::size_t last = std::min(behind, anchor + 1 + most_lines);
            std::vector<int> next(lines_.size() + 1, never);
            for (std::size_t begin = first; begin <= anchor; ++begin) {
                // The row before ends at or before `begin`; lines between are of no row.
                int reached = never;
                std::size_t from = 0;
                for (std::size_t end = row == 0 ? 0 : before; end <= begin; ++end) {
                    if (best[end] >= never) continue;
                    const int cost = best[end] + skipped * static_cast<int>(begin - end);
                    if (cost < reached) {
                        reached = cost;
                        from = end;
                    }
                }
                if (reached >= never) continue;
                for (std::size_t end = anchor + 1; end <= last; ++end) {
                    const int cost = reached + cost_of(begin, end, lines_[anchor]);
                    if (cost >= next[end]) continue;
                    next[end] = cost;
                    came[row][end] = {begin, from};
                }
            }
            best = std::move(next);
        }
        Rows made;
        made.cost = never;
        std::size_t end = 0;
        for (std::size_t e = 0; e <= lines_.size(); ++e) {
            if (best[e] >= never) continue;
            const int cost = best[e] + skipped * static_cast<int>(lines_.size() - e);
            if (cost >= made.cost) continue;
            made.cost = cost;
            end = e;
        }
        made.ranges.resize(count);
        for (std::size_t row = count; row-- > 0;) {
            made.ranges[row] = {came[row][end].first, end};
            end = came[row][end].second;
        }
        return made;
    }

private:
    static constexpr std::size_t most_lines = 16;  // of a label above, and below, the figures of its row
    static constexpr int skipped = 50;
    static constexpr int apart = 100;
    static constexpr int farthest = 100;

    int cost_of(std::size_t from, std::size_t to, const Line& anchor) const {
        int cost = 0;
        for (const Column& column : columns_of(lines_, from, to)) {
            const int height = std::max(1, anchor.height);
            const Fragment& first = *column.front();
            const Fragment& last = *column.back();
            const bool figures = std::any_of(column.begin(), column.end(), [](const Fragment* one) { return is_figure(one->text); });
            const int middle = stands_.where == Stands::Where::top ? first.middle() : stands_.where == Stands::Where::bottom ? last.middle() : (first.middle() + last.middle()) / 2;
            cost += std::min(farthest, std::abs(middle + (figures ? 0 : stands_.offset) - anchor.middle) * 100 / height);
            for (std::size_t i = 1; i < column.size(); ++i) {
                if ((column[i]->middle() - column[i - 1]->middle()) * 10 > std::max(height, stands_.pitch) * 13) cost += apart;
                if (!is_figure(column[i]->text) && begins_label(column[i]->text)) cost += 4 * apart;
                // A cell has nothing side by side.
                if ((column[i]->middle() - column[i - 1]->middle()) * 3 < height) cost += apart;
                // A line that goes on is full: the next is no wider.
                if (column[i]->width() * 10 > column[i - 1]->width() * 10 + height * 12) cost += skipped + 10;
            }
            // Beside figures a cell has their unit at most; what else stands over or under them is a header, or prose.
            if (figures) cost += 2 * apart * static_cast<int>(std::count_if(column.begin(), column.end(), [](const Fragment* one) { return !is_figure(one->text) && !is_unit(one->text); }));
        }
        return cost;
    }

    const std::vector<Line>& lines_;
    const std::vector<std::size_t>& anchors_;
    Stands stands_;
};

bool is_label(const Column& column) {
    return std::none_of(column.begin(), column.end(), [](const Fragment* one) { return is_figure(one->text); });
}

/// A label that was set wide has a gap in it. What stands close to the right of a label and begins none is of the same cell.
std::vector<Column> mend_labels(std::vector<Column> columns) {
    std::vector<Column> made;
    for (Column& one : columns) {
        const auto right = [](const Column& column) { return (*std::max_element(column.begin(), column.end(), [](const Fragment* a, const Fragment* b) { return a->right < b->right; }))->right; };
        const bool rest = !made.empty() && is_label(one) && is_label(made.back()) && !begins_label(one.front()->text) && (one.front()->left - right(made.back())) * 10 < one.front()->height() * 6;
        if (!rest) {
            made.push_back(std::move(one));
            continue;
        }
        Column& whole = made.back();
        whole.insert(whole.end(), one.begin(), one.end());
        std::stable_sort(whole.begin(), whole.end(), [](const Fragment* a, const Fragment* b) {
            return std::abs(a->middle() - b->middle()) * 3 < a->height() ? a->left < b->left : a->middle() < b->middle();
        });
    }
    return made;
}

Fragment cell_of(const Column& column) {
    Fragment made = *column.front();
    for (std::size_t i = 1; i < column.size(); ++i) made = joined(std::move(made), *column[i], "");
    return made;
}

struct Made {
    Band band;
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Where rows of the same table have more figures, and all of this one stand under some of them, the others are empty.
void fill_empty(std::vector<Made>& rows) {
    const auto figures = [](const Made& row) {
        std::vector<Fragment> found;
        std::copy_if(row.band.cells.begin(), row.band.cells.end(), std::back_inserter(found), [](const Fragment& one) { return is_figure(one.text); });
        return found;
    };
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first + 1;
        while (last < rows.size() && rows[last].from == rows[last - 1].to) ++last;
        std::vector<Fragment> full;
        for (std::size_t i = first; i < last; ++i) {
            if (auto found = figures(rows[i]); found.size() > full.size()) full = std::move(found);
        }
        for (std::size_t i = first; i < last; ++i) {
            const std::vector<Fragment> own = figures(rows[i]);
            if (own.empty() || own.size() >= full.size()) continue;
            std::vector<Fragment> filled;
            std::size_t next = 0;
            for (const Fragment& column : full) {
                if (next < own.size() && overlap(own[next], column)) filled.push_back(own[next++]);
                else filled.push_back({column.left, own.front().top, column.right, own.front().bottom, {}});
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

std::vector<Band> lay_out(std::vector<Fragment> words) {
    std::erase_if(words, [](const Fragment& one) { return one.text.empty() || one.height() <= 0; });
    const std::vector<Line> lines = lines_of(std::move(words));
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
    return bands;
}

}  // namespace gouji
