// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_overprint.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// The room that half a Han character has in a word, in hundredths of the unit of the page.
std::int64_t room_of(const Fragment& word, int times = 1) {
    return std::int64_t{word.width()} * 100 * times
        / static_cast<std::int64_t>(std::max<std::size_t>(1, halves_of(word.text)));
}

/// The text with each of its characters once, where each is there `times` in a row; empty for any other.
std::string once(std::string_view text, int times) {
    std::string made;
    std::string_view last;
    int count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view one = text.substr(at, utf8::decode(text, at).size);
        at += one.size();
        if (count % times == 0) made += last = one;
        else if (one != last) return {};
        ++count;
    }
    return count % times == 0 ? made : std::string();
}

constexpr std::array<int, 3> all_times = {2, 3, 4};

/// 33, 1122, 件件: may be a word that was printed several times.
bool may_be_repeated(std::string_view text) {
    return std::any_of(all_times.begin(), all_times.end(), [&](int times) { return !once(text, times).empty(); });
}

/// How wide the characters of a page are: a box is as high as its font says, which may be twice the size of what is
/// printed, so a word is compared with words of the same height alone.
class Rooms {
public:
    explicit Rooms(const std::vector<Fragment>& words) {
        for (const Fragment& word : words)
            if (!may_be_repeated(word.text)) by_height.emplace_back(word.height(), room_of(word));
        std::sort(by_height.begin(), by_height.end());
    }

    /// The room of most words as high as this one; 0 where there are none.
    [[nodiscard]] std::int64_t usual_for(const Fragment& word) const {
        constexpr std::ptrdiff_t most = 200;
        const auto from =
            std::lower_bound(by_height.begin(), by_height.end(), std::pair(word.height() / 8 * 7, std::int64_t{0}));
        std::vector<std::int64_t> rooms;
        for (auto at = from; at != by_height.end() && at - from < most && at->first / 8 * 7 <= word.height(); ++at)
            rooms.push_back(at->second);
        if (rooms.empty()) return 0;
        std::nth_element(rooms.begin(), rooms.begin() + static_cast<std::ptrdiff_t>(rooms.size() / 2), rooms.end());
        return rooms[rooms.size() / 2];
    }

private:
    std::vector<std::pair<int, std::int64_t>> by_height;  ///< height, room
};

/// 33 in the room that one digit has elsewhere on the page is a 3 that is printed twice.
void mend(Fragment& word, const Rooms& rooms) {
    if (!may_be_repeated(word.text)) return;
    const std::int64_t usual = rooms.usual_for(word);
    // The narrowest 1 of a font has three quarters of the room of its other digits.
    if (room_of(word) * 5 > usual * 3) return;
    for (const int times : all_times) {
        std::string text = once(word.text, times);
        if (text.empty() || room_of(word, times) * 4 < usual * 3) continue;
        word.text = std::move(text);
        word.em = std::min(word.em * times, std::max(1, word.height()));
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
    const Rooms rooms(words);
    for (Fragment& word : words) mend(word, rooms);
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
