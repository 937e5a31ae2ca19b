// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_overprint.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

namespace gouji {
namespace {

/// Half the width of a Han character: that of a digit.
std::size_t halves_of(std::string_view text) {
    std::size_t halves = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        halves += one.code < 0x2E80 ? 1 : 2;
        at += one.size;
    }
    return halves;
}

/// True where the characters are so close that they lie over each other. The narrowest digits of a font are two fifths
/// as wide as they are high.
bool is_too_narrow(const Fragment& word, std::size_t halves) {
    return static_cast<std::size_t>(word.width()) * 3 < halves * static_cast<std::size_t>(word.height());
}

/// The text with each of its characters once, where each is there `times` in a row; empty for any other.
std::string once(std::string_view text, std::size_t times) {
    std::string made;
    std::string_view last;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view one = text.substr(at, utf8::decode(text, at).size);
        at += one.size();
        if (count % times == 0) made += last = one;
        else if (one != last) return {};
        ++count;
    }
    return count % times == 0 ? made : std::string();
}

/// 33 in the room of one digit is a 3 that is printed twice.
void mend(Fragment& word) {
    constexpr std::size_t most_times = 4;
    const std::size_t halves = halves_of(word.text);
    if (!is_too_narrow(word, halves)) return;
    for (std::size_t times = 2; times <= most_times; ++times) {
        std::string text = once(word.text, times);
        if (text.empty() || is_too_narrow(word, halves / times)) continue;
        word.text = std::move(text);
        word.em = std::min(word.em * static_cast<int>(times), std::max(1, word.height()));
        return;
    }
}

/// The same word, less than a third of a character away.
bool is_same_print(const Fragment& one, const Fragment& other) {
    const auto near = [&](int a, int b) { return std::abs(a - b) * 3 < std::min(one.em, other.em); };
    return near(one.left, other.left) && near(one.right, other.right) && near(one.middle(), other.middle())
        && one.text == other.text;
}

}  // namespace

void drop_overprints(std::vector<Fragment>& words) {
    for (Fragment& word : words) mend(word);
    // From left to right only a few words are near to one.
    constexpr std::size_t most = 200;
    std::vector<std::size_t> order(words.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return words[a].left < words[b].left; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Fragment& one = words[order[i]];
        for (std::size_t j = i + 1; j < std::min(order.size(), i + most) && !one.text.empty(); ++j) {
            Fragment& other = words[order[j]];
            if ((other.left - one.left) * 3 >= one.em) break;
            if (is_same_print(one, other)) other.text.clear();
        }
    }
    std::erase_if(words, [](const Fragment& word) { return word.text.empty(); });
}

}  // namespace gouji
