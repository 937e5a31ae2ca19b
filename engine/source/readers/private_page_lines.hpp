// SPDX-License-Identifier: Apache-2.0
// Owns: from words at places to the lines of a text: words side by side, and over the ends of pages one below the
// other.
// Refuses: to see tables in them, and to be used outside of this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A stretch of text on a page. Places count hundredths of a point from the left and the top.
struct Fragment {
    int page = 0;  ///< from 1
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    std::string text;
    int em = 0;     ///< the size of its characters: a box may be far higher than they are
    int shift = 0;  ///< of the page, as if all pages were printed one below the other

    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    [[nodiscard]] int middle() const { return (top + bottom) / 2 + shift; }
};

/// Words at the same height.
struct PageLine {
    int middle = 0;
    int em = 0;
    std::vector<Fragment> parts;  ///< from left to right
    int figures = 0;              ///< how many of them
    bool is_number = false;       ///< of the page, at its foot or head, perhaps between the lines of a table
};

/// The lines of all pages, with the words of each in any order.
std::vector<PageLine> lines_of(std::vector<std::vector<Fragment>> pages);

/// The width of the characters, in halves of a Han character: that of a digit.
std::size_t halves_of(std::string_view text);

/// Digits with their signs and unit, or a dash or slash in their place.
bool is_figure(std::string_view text);
/// 件, 万元: words that may be under a figure in its cell.
bool is_unit(std::string_view text);
/// 一、 （一） 1. 1、 at the beginning: a cell of its own, never the rest of another.
bool begins_label(std::string_view text);

inline bool overlap(const Fragment& a, const Fragment& b) {
    return (a.right < b.right ? a.right : b.right) > (a.left > b.left ? a.left : b.left);
}

/// One stretch of both, with `between` between them; its place is on the page of the first.
Fragment joined(Fragment first, const Fragment& second, std::string_view between);

}  // namespace gouji
