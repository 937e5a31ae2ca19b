// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_sideways.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <tuple>
#include <utility>

namespace gouji {
namespace {

/// Words of three characters and more are far wider than high, unless they lie on their side.
bool lies_on_side(const std::vector<Fragment>& words) {
    constexpr std::size_t least = 3;
    int tall = 0;
    int wide = 0;
    for (const Fragment& one : words) {
        if (utf8::count(one.text) < least) continue;
        tall += one.height() > one.width() ? 1 : 0;
        wide += one.height() < one.width() ? 1 : 0;
    }
    return tall >= 2 && tall > 2 * wide;
}

/// The number at the head of a word, of headings (一、) below 0: -1, -2 …; 0 for none.
int ordinal_of(std::string_view text) {
    constexpr std::array<std::string_view, 9> numerals = {
        "一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、"};
    for (std::size_t i = 0; i < numerals.size(); ++i) {
        if (text.starts_with(numerals[i])) return -static_cast<int>(i) - 1;
    }
    const bool number = text.size() > 2 && text[0] >= '1' && text[0] <= '9'
        && (text[1] == '.' || text.substr(1).starts_with("、") || text.substr(1).starts_with("．"));
    return number ? text[0] - '0' : 0;
}

/// How many ordinals have their next one to the right, less those that have it to the left. The nearest one counts:
/// numbers begin anew in each group.
int rightwards(const std::vector<Fragment>& words) {
    std::vector<std::pair<int, int>> ordinals;  // number, place
    for (const Fragment& one : words) {
        if (const int number = ordinal_of(one.text); number != 0)
            ordinals.emplace_back(number, (one.left + one.right) / 2);
    }
    constexpr std::size_t most = 500;  // each is held against all
    ordinals.resize(std::min(ordinals.size(), most));
    int votes = 0;
    for (const auto& [number, place] : ordinals) {
        int nearest = 0;
        for (const auto& [other, there] : ordinals) {
            if (other != number + (number > 0 ? 1 : -1) || there == place) continue;
            if (nearest == 0 || std::abs(there - place) < std::abs(nearest)) nearest = there - place;
        }
        votes += nearest > 0 ? 1 : nearest < 0 ? -1 : 0;
    }
    return votes;
}

}  // namespace

void Turned::apply(Fragment& one) const {
    const Fragment old = one;
    if (lying == Lying::head_left)
        std::tie(one.left, one.top, one.right, one.bottom) =
            std::tuple(far - old.bottom, old.left, far - old.top, old.right);
    if (lying == Lying::head_right)
        std::tie(one.left, one.top, one.right, one.bottom) =
            std::tuple(old.top, far - old.right, old.bottom, far - old.left);
}

std::array<int, 4> Turned::before(const Fragment& one) const {
    if (lying == Lying::head_left) return {one.top, far - one.right, one.bottom, far - one.left};
    if (lying == Lying::head_right) return {far - one.bottom, one.left, far - one.top, one.right};
    return {one.left, one.top, one.right, one.bottom};
}

std::optional<std::vector<Turned>> turn_upright(std::vector<std::vector<Fragment>>& pages) {
    std::vector<Turned> made(pages.size());
    std::vector<std::size_t> found;
    int votes = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!lies_on_side(pages[i])) continue;
        found.push_back(i);
        votes += rightwards(pages[i]);
    }
    if (found.empty()) return made;
    if (votes == 0) return std::nullopt;
    for (const std::size_t page : found) {
        Turned& turned = made[page];
        turned.lying = votes > 0 ? Lying::head_left : Lying::head_right;
        for (const Fragment& one : pages[page]) turned.far = std::max(turned.far, votes > 0 ? one.bottom : one.right);
        for (Fragment& one : pages[page]) turned.apply(one);
    }
    return made;
}

}  // namespace gouji
