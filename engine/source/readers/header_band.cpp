// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_header_band.hpp"

#include <algorithm>

namespace gouji {
namespace {

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

}  // namespace

HeaderBand header_above(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const std::vector<Fragment>& row) {
    constexpr std::size_t least_columns = 3;
    constexpr std::size_t most_lines = 8;
    HeaderBand best;
    if (row.size() < least_columns) return best;
    int least = 0;
    for (std::size_t from = begin; from > first && begin - from < most_lines;) {
        const PageLine& line = lines[--from];
        if (line.figures > 0 || line.parts.front().page != row.front().page || line.parts.size() > row.size()) break;
        std::vector<FragmentColumn> columns = columns_of(lines, from, begin);
        if (columns.size() > row.size()) break;
        if (!is_over(columns, row)) continue;
        const int uneven = unevenness(columns);
        if (uneven * 2 > line.em || (!best.columns.empty() && uneven >= least)) continue;
        least = uneven;
        best = {from, std::move(columns)};
    }
    return best;
}

}  // namespace gouji
