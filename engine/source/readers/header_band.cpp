// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_header_band.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t most_lines = 8;

/// Whether each column is over one cell of the row, and over no other.
bool is_over(const std::vector<FragmentColumn>& columns, const std::vector<Fragment>& row) {
    if (columns.size() != row.size()) return false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto touches = [&](std::size_t column) {
            return std::min(right_of(columns[column]), row[i].right) > std::max(left_of(columns[column]), row[i].left);
        };
        if (!touches(i) || (i > 0 && touches(i - 1)) || (i + 1 < row.size() && touches(i + 1))) return false;
    }
    return true;
}

/// How far the cells are from being all at the top, all in the middle or all at the bottom of one row.
int unevenness(const std::vector<FragmentColumn>& columns) {
    const auto spread = [&](auto height) {
        const auto [least, most] = std::minmax_element(columns.begin(), columns.end(),
            [&](const FragmentColumn& a, const FragmentColumn& b) { return height(a) < height(b); });
        return height(*most) - height(*least);
    };
    const int tops = spread([](const FragmentColumn& one) { return one.front()->middle(); });
    const int middles =
        spread([](const FragmentColumn& one) { return (one.front()->middle() + one.back()->middle()) / 2; });
    const int bottoms = spread([](const FragmentColumn& one) { return one.back()->middle(); });
    return std::min({tops, middles, bottoms});
}

/// Lines of one cell are nearer to each other than those of two.
bool is_next_line(const Fragment& above, const Fragment& below) {
    const int distance = below.middle() - above.middle();
    return overlap(above, below) && distance * 10 > above.em * 6 && distance * 10 < above.em * 16;
}

/// Whether a name of the line has its first line above it.
bool begins_above(const std::vector<PageLine>& lines, std::size_t first, std::size_t from) {
    if (from <= first) return false;
    const PageLine& line = lines[from];
    const PageLine& above = lines[from - 1];
    return std::any_of(above.parts.begin(), above.parts.end(), [&](const Fragment& one) {
        return std::any_of(
            line.parts.begin(), line.parts.end(), [&](const Fragment& below) { return is_next_line(one, below); });
    });
}

/// A header whose names all stand on one level.
HeaderBand single_level(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const std::vector<Fragment>& row) {
    HeaderBand best;
    int least = 0;
    for (std::size_t from = begin; from > first && begin - from < most_lines;) {
        const PageLine& line = lines[--from];
        if (line.figures > 0 || line.parts.front().page != row.front().page || line.parts.size() > row.size()) break;
        std::vector<FragmentColumn> columns = columns_of(lines, from, begin);
        if (columns.size() > row.size()) break;
        if (!is_over(columns, row)) continue;
        const int uneven = unevenness(columns);
        if (uneven * 2 > line.em || (!best.levels.empty() && uneven >= least)) continue;
        least = uneven;
        best = {from, {std::move(columns)}};
    }
    return !best.levels.empty() && begins_above(lines, first, best.from) ? HeaderBand() : best;
}

/// The words of one cell of a header: lines right below each other.
struct HeaderBlock {
    FragmentColumn parts;
    int left = 0;
    int right = 0;

    explicit HeaderBlock(const Fragment& one) : parts{&one}, left(one.left), right(one.right) {}
    [[nodiscard]] int middle() const { return (parts.front()->middle() + parts.back()->middle()) / 2; }
    [[nodiscard]] int em() const { return parts.front()->em; }
    [[nodiscard]] bool goes_on_in(const Fragment& below) const { return is_next_line(*parts.back(), below); }
    void add(const Fragment& below) {
        parts.push_back(&below);
        left = std::min(left, below.left);
        right = std::max(right, below.right);
    }
};

std::vector<HeaderBlock> blocks_of(const std::vector<PageLine>& lines, std::size_t from, std::size_t to) {
    std::vector<HeaderBlock> blocks;
    for (std::size_t i = from; i < to; ++i) {
        for (const Fragment& one : lines[i].parts) {
            const auto above = std::find_if(
                blocks.rbegin(), blocks.rend(), [&](const HeaderBlock& block) { return block.goes_on_in(one); });
            if (above == blocks.rend()) blocks.emplace_back(one);
            else above->add(one);
        }
    }
    return blocks;
}

/// Names over several columns are above those of their columns. A name that no other is below is in the middle of its
/// cell, which goes down to the row: so its middle tells where its cell begins.
class HeaderLevels {
public:
    HeaderLevels(std::vector<HeaderBlock> blocks, const std::vector<Fragment>& row)
        : blocks_(std::move(blocks)), row_(row) {
        std::stable_sort(blocks_.begin(), blocks_.end(),
            [](const HeaderBlock& a, const HeaderBlock& b) { return a.middle() < b.middle(); });
    }

    /// From top to bottom; none where the blocks do not fit the columns.
    std::vector<std::vector<FragmentColumn>> all() {
        if (blocks_.size() < row_.size()) return {};
        const std::size_t groups = blocks_.size() - row_.size();
        const int em = blocks_.front().em();
        if (!are_over_columns(groups)) return {};
        if (groups == 0) return one_level(em);
        // Which are the names over others must be plain.
        if ((blocks_[groups].middle() - blocks_[groups - 1].middle()) * 10 < em * 3) return {};
        int top = blocks_.front().parts.front()->middle();
        int bottom = top;
        for (const HeaderBlock& one : blocks_) {
            top = std::min(top, one.parts.front()->middle());
            bottom = std::max(bottom, one.parts.back()->middle());
        }
        // A cell begins half a line above its first line; so the header ends half a line below its last.
        std::vector<std::pair<int, const HeaderBlock*>> begins;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const int middle = blocks_[i].middle();
            begins.emplace_back(i < groups ? middle : 2 * middle - bottom, &blocks_[i]);
            begins.back().first = std::max(begins.back().first, top);
        }
        std::stable_sort(begins.begin(), begins.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::vector<const HeaderBlock*>> levels;
        int last = 0;
        for (const auto& [begin, block] : begins) {
            if (levels.empty() || (begin - last) * 10 > em * 7) levels.emplace_back();
            if (levels.back().empty()) last = begin;
            levels.back().push_back(block);
        }
        return names_of(levels);
    }

private:
    /// The names of columns, from left to right, are each over their own: right of the column before, left of the next.
    /// Figures are at the right of a column, and its name in the middle.
    [[nodiscard]] bool are_over_columns(std::size_t groups) const {
        std::vector<HeaderBlock> names(blocks_.begin() + static_cast<std::ptrdiff_t>(groups), blocks_.end());
        std::stable_sort(
            names.begin(), names.end(), [](const HeaderBlock& a, const HeaderBlock& b) { return a.left < b.left; });
        for (std::size_t i = 0; i < names.size(); ++i) {
            const int middle = (names[i].left + names[i].right) / 2;
            if (i > 0 && (names[i].left < names[i - 1].right || middle < row_[i - 1].left)) return false;
            if (i + 1 < names.size() && middle > row_[i + 1].right) return false;
        }
        return true;
    }

    [[nodiscard]] std::vector<std::vector<FragmentColumn>> one_level(int em) const {
        std::vector<HeaderBlock> names = blocks_;
        std::stable_sort(
            names.begin(), names.end(), [](const HeaderBlock& a, const HeaderBlock& b) { return a.left < b.left; });
        std::vector<FragmentColumn> columns;
        for (const HeaderBlock& one : names) columns.push_back(one.parts);
        if (unevenness(columns) * 2 > em) return {};
        return {std::move(columns)};
    }

    static std::vector<std::vector<FragmentColumn>> names_of(std::vector<std::vector<const HeaderBlock*>>& levels) {
        std::vector<std::vector<FragmentColumn>> made;
        for (auto& level : levels) {
            std::stable_sort(level.begin(), level.end(),
                [](const HeaderBlock* a, const HeaderBlock* b) { return a->left < b->left; });
            made.emplace_back();
            for (const HeaderBlock* block : level) made.back().push_back(block->parts);
        }
        return made;
    }

    std::vector<HeaderBlock> blocks_;
    const std::vector<Fragment>& row_;
};

/// Whether a line above a table may be of its header: it has no figures and no sentence.
bool may_head(const PageLine& line, int page) {
    return line.figures == 0 && line.parts.front().page == page
        && std::none_of(line.parts.begin(), line.parts.end(), [](const Fragment& one) {
               return one.text.find("：") != std::string::npos || one.text.find("。") != std::string::npos;
           });
}

/// The lines right above the row whose names fit it.
HeaderBand several_levels(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const std::vector<Fragment>& row) {
    HeaderBand best;
    for (std::size_t from = begin; from > first && begin - from < most_lines;) {
        if (!may_head(lines[--from], row.front().page)) break;
        auto levels = HeaderLevels(blocks_of(lines, from, begin), row).all();
        if (!levels.empty()) best = {from, std::move(levels)};
    }
    return best;
}

/// 合计 is over the columns of codes and names: where it is the only row, there is one cell less.
std::vector<Fragment> with_code(const std::vector<Fragment>& row) {
    std::vector<Fragment> made = row;
    Fragment code = row.front();
    code.right = code.left + 1;
    made.front().left = code.right;
    made.insert(made.begin(), std::move(code));
    return made;
}

}  // namespace

HeaderBand header_above(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const std::vector<Fragment>& row) {
    constexpr std::size_t least_columns = 3;
    if (row.size() < least_columns) return {};
    HeaderBand header = single_level(lines, first, begin, row);
    if (header.levels.empty()) header = several_levels(lines, first, begin, row);
    return header.levels.empty() ? several_levels(lines, first, begin, with_code(row)) : header;
}

std::vector<Fragment> names_above(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const Fragment& row) {
    std::vector<Fragment> names;
    for (std::size_t from = begin; from > first && begin - from < most_lines;) {
        if (!may_head(lines[--from], row.page)) break;
        std::vector<FragmentColumn> columns;
        std::vector<HeaderBlock> blocks = blocks_of(lines, from, begin);
        std::stable_sort(
            blocks.begin(), blocks.end(), [](const HeaderBlock& a, const HeaderBlock& b) { return a.left < b.left; });
        bool beside = true;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            beside = beside && (i == 0 || blocks[i].left >= blocks[i - 1].right);
            columns.push_back(blocks[i].parts);
        }
        if (!beside || columns.size() <= names.size() || unevenness(columns) * 2 > lines[from].em) continue;
        names.clear();
        for (const HeaderBlock& one : blocks) {
            names.push_back(*one.parts.front());
            names.back().left = one.left;
            names.back().right = one.right;
        }
    }
    return names;
}

}  // namespace gouji
