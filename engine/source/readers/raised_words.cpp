// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_raised_words.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/readers/private_text_look.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace gouji {
namespace {

/// 1, 12, [1], (注1), ①
bool may_be_note(std::string_view text) {
    constexpr std::u32string_view signs = U"0123456789[]()（）〔〕注①②③④⑤⑥⑦⑧⑨⑩";
    constexpr std::size_t longest = 12;  // bytes
    if (text.size() > longest) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (signs.find(one.code) == std::u32string_view::npos) return false;
        at += one.size;
    }
    return true;
}

/// Smaller, right behind the other, and its foot above that of the other.
bool is_raised_behind(const Fragment& word, const Fragment& note) {
    const int height = word.height();
    return note.height() * 5 < height * 4 && std::abs(note.left - word.right) * 4 < height
        && (word.bottom - note.bottom) * 6 > height && note.bottom > word.top && note.top > word.top - height / 2;
}

}  // namespace

void attach_raised(std::vector<Fragment>& words) {
    std::vector<Fragment*> by_end;
    for (Fragment& word : words) by_end.push_back(&word);
    std::stable_sort(
        by_end.begin(), by_end.end(), [](const Fragment* a, const Fragment* b) { return a->right < b->right; });
    constexpr std::ptrdiff_t most = 200;  // words that end near to one
    for (Fragment& note : words) {
        if (!may_be_note(note.text)) continue;
        const int reach = note.height();
        const auto first = std::lower_bound(by_end.begin(), by_end.end(), note.left - reach,
            [](const Fragment* one, int right) { return one->right < right; });
        const auto last = first + std::min(most, by_end.end() - first);
        const auto word = std::find_if(first, last,
            [&](const Fragment* one) { return one != &note && !one->text.empty() && is_raised_behind(*one, note); });
        if (word == last) continue;
        (*word)->text += shown_with(note.text, {false, Height::raised});
        note.text.clear();
    }
    std::erase_if(words, [](const Fragment& word) { return word.text.empty(); });
}

}  // namespace gouji
