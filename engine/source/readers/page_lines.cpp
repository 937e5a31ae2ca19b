// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_page_lines.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/readers/private_overprint.hpp"
#include "engine/source/readers/private_raised_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace gouji {
namespace {

/// Words so close that they are of one cell: a blank inside of a label is narrower than the borders of two cells, and
/// digits are parted by nothing at all.
bool belongs(const Fragment& left, const Fragment& right) {
    const int em = std::max(left.em, right.em);
    const int gap = right.left - left.right;
    if (gap * 2 < -em) return false;  // one over the other
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (is_figure(left.text) && is_figure(right.text)) return gap * 20 < em;
    if (!is_ascii(left.text.back()) && !is_ascii(right.text.front())) return gap * 100 < em * 15;
    return gap * 100 < em * 24;
}

/// A Han character is as wide as it is high, a digit half of that.
int em_of(const Fragment& one) {
    const auto halves = static_cast<int>(halves_of(one.text));
    return std::clamp(2 * one.width() / std::max(1, halves), std::max(1, one.height() / 4), std::max(1, one.height()));
}

/// Merges the words of a line that are of one cell, from left to right.
void merge_words(PageLine& line) {
    std::stable_sort(
        line.parts.begin(), line.parts.end(), [](const Fragment& a, const Fragment& b) { return a.left < b.left; });
    std::vector<Fragment> merged;
    for (Fragment& word : line.parts) {
        if (!merged.empty() && belongs(merged.back(), word)) merged.back() = joined(merged.back(), word, "");
        else merged.push_back(std::move(word));
    }
    line.parts = std::move(merged);
    line.figures = static_cast<int>(
        std::count_if(line.parts.begin(), line.parts.end(), [](const Fragment& part) { return is_figure(part.text); }));
}

std::vector<PageLine> lines_of_page(std::vector<Fragment> words) {
    std::stable_sort(words.begin(), words.end(), [](const Fragment& a, const Fragment& b) {
        return std::pair(a.middle(), a.left) < std::pair(b.middle(), b.left);
    });
    std::vector<PageLine> lines;
    for (Fragment& word : words) {
        const bool same =
            !lines.empty() && (word.middle() - lines.back().middle) * 5 < std::min(word.em, lines.back().em) * 2;
        if (!same) lines.push_back({word.middle(), word.em, {}, 0, false});
        lines.back().parts.push_back(std::move(word));
    }
    for (PageLine& line : lines) merge_words(line);
    return lines;
}

/// 3, - 3 -, 第3页, 3/5 alone on a line.
bool is_page_number(const PageLine& line) {
    std::string text;
    for (const Fragment& one : line.parts) text += one.text;
    constexpr std::u32string_view signs = U"0123456789-—–·/共第页 ";
    constexpr std::size_t longest = 24;
    bool digit = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (signs.find(one.code) == std::u32string_view::npos) return false;
        digit = digit || (one.code >= U'0' && one.code <= U'9');
        at += one.size;
    }
    return digit && text.size() <= longest && line.parts.size() <= 3;
}

/// Marks the number of the page where the first or the last line is one, away from the others. A short page may end
/// with a figure.
void mark_page_numbers(std::vector<PageLine>& lines) {
    constexpr std::size_t few = 3;
    if (lines.size() <= few) return;
    const auto is_away = [](const PageLine& line, const PageLine& from) {
        return std::abs(line.middle - from.middle) > 2 * from.em;
    };
    PageLine& head = lines.front();
    PageLine& foot = lines.back();
    head.is_number = is_page_number(head) && is_away(head, lines[1]);
    foot.is_number = is_page_number(foot) && is_away(foot, lines[lines.size() - 2]);
}

}  // namespace

std::size_t halves_of(std::string_view text) {
    std::size_t halves = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        halves += one.code < 0x2E80 ? 1 : 2;
        at += one.size;
    }
    return halves;
}

std::vector<PageLine> lines_of(std::vector<std::vector<Fragment>> pages) {
    std::vector<PageLine> all;
    int foot = 0;  // where the text of the pages so far ends
    for (std::vector<Fragment>& words : pages) {
        std::erase_if(words, [](const Fragment& word) { return word.text.empty() || word.height() <= 0; });
        for (Fragment& word : words) word.em = em_of(word);
        drop_overprints(words);
        attach_raised(words);
        std::vector<PageLine> lines = lines_of_page(std::move(words));
        if (lines.empty()) continue;
        mark_page_numbers(lines);
        const PageLine& first = lines[lines.front().is_number ? 1 : 0];
        const int shift = all.empty() ? 0 : foot + first.em * 3 / 2 - first.middle;
        foot = lines[lines.size() - (lines.back().is_number ? 2 : 1)].middle + shift;
        for (PageLine& line : lines) {
            line.middle += shift;
            for (Fragment& part : line.parts) part.shift = shift;
            all.push_back(std::move(line));
        }
    }
    return all;
}

bool is_figure(std::string_view text) {
    constexpr std::u32string_view signs = U"0123456789０１２３４５６７８９.,，．-－—–/／%％+<＜>＞≤≥~～¥￥";
    constexpr std::u32string_view unit = U"万亿元⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾[]①②③④⑤⑥⑦⑧⑨⑩";  // or the mark of a note
    constexpr std::size_t longest = 64;
    if (text.size() > longest) return false;
    bool digit = false;
    bool mark = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        const bool sign = !utf8::is_han(one.code) && signs.find(one.code) != std::u32string_view::npos;
        if (!sign && !(digit && unit.find(one.code) != std::u32string_view::npos)) return false;
        digit = digit || (one.code >= U'0' && one.code <= U'9') || (one.code >= U'０' && one.code <= U'９');
        mark = mark || (sign && !digit);
        at += one.size;
    }
    constexpr std::size_t longest_mark = 6;                                 // two dashes of three bytes
    if (digit && (text.back() == '.' || text.back() == ',')) return false;  // 4. of a label
    return digit || (mark && text.size() <= longest_mark);
}

bool is_unit(std::string_view text) {
    constexpr std::array<std::string_view, 12> units = {
        "万元", "亿元", "元", "万", "亿", "件", "宗", "条", "份", "次", "个", "%"};
    return std::find(units.begin(), units.end(), text) != units.end();
}

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

Fragment joined(Fragment first, const Fragment& second, std::string_view between) {
    first.left = std::min(first.left, second.left);
    first.right = std::max(first.right, second.right);
    if (first.page == second.page) {
        first.top = std::min(first.top, second.top);
        first.bottom = std::max(first.bottom, second.bottom);
    }
    if (!first.text.empty()) first.text += between;
    first.text += second.text;
    return first;
}

}  // namespace gouji
