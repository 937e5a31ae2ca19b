// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_own_divisions.hpp"

#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t most_divisions = 64;

/// Adds each way to go on with the digits from `start`; false once there are too many.
bool add_divisions(std::string_view text, Span digits, std::uint32_t start, std::size_t columns,
    Choice::Reading& so_far, std::vector<Choice::Reading>& found) {
    if (columns == 0) {
        if (start == digits.end) found.push_back(so_far);
        return found.size() <= most_divisions;
    }
    constexpr std::uint32_t longest = 12;
    const auto rest = static_cast<std::uint32_t>(columns - 1);
    for (std::uint32_t end = start + 1; end + rest <= digits.end && end - start <= longest; ++end) {
        if (text[start] == '0' && end - start > 1) break;
        so_far.values.push_back(*Decimal::parse(text.substr(start, end - start)));
        so_far.spans.push_back({start, end});
        const bool few = add_divisions(text, digits, end, columns - 1, so_far, found);
        so_far.values.pop_back();
        so_far.spans.pop_back();
        if (!few) return false;
    }
    return true;
}

bool remains(const Choice::Reading& reading) { return !reading.set_aside; }

/// Sets those aside of which `is_wrong` says so, where others remain.
template <class IsWrong>
bool set_aside(std::vector<Choice::Reading>& readings, const Words& why, const IsWrong& is_wrong) {
    const auto stays = [&](const Choice::Reading& one) { return remains(one) && !is_wrong(one); };
    if (std::none_of(readings.begin(), readings.end(), stays)) return false;
    bool changed = false;
    for (Choice::Reading& one : readings) {
        if (!remains(one) || !is_wrong(one)) continue;
        one.set_aside = why;
        changed = true;
    }
    return changed;
}

bool is_within(const Choice::Reading& part, const Choice::Reading& whole) {
    return std::equal(part.values.begin(), part.values.end(), whole.values.begin(),
        [](const Decimal& a, const Decimal& b) { return a <= b; });
}

/// One step of both ways: parts that fit no whole, and wholes into which some part does not fit.
bool fit(std::vector<JoinedRow>& rows, JoinedRow& part) {
    std::vector<Choice::Reading>& whole = rows[static_cast<std::size_t>(part.whole)].readings;
    const Words above{"这样划分，部分大于总数。", "Divided like this, a part is larger than its whole."};
    const bool parts = set_aside(part.readings, above, [&](const Choice::Reading& one) {
        return std::none_of(whole.begin(), whole.end(),
            [&](const Choice::Reading& other) { return remains(other) && is_within(one, other); });
    });
    const bool wholes = set_aside(whole, above, [&](const Choice::Reading& one) {
        return std::none_of(part.readings.begin(), part.readings.end(),
            [&](const Choice::Reading& other) { return remains(other) && is_within(other, one); });
    });
    return parts || wholes;
}

/// Whether the prose has the number, with no digit or point beside it.
bool is_stated(std::string_view prose, const Decimal& number) {
    const std::string digits = number.to_string();
    constexpr std::size_t least = 3;  // a shorter one is there by chance
    if (digits.size() < least) return false;
    const auto is_of_number = [&](std::size_t at) {
        return is_digit(prose[at]) || prose[at] == '.' || prose[at] == ',';
    };
    for (std::size_t at = prose.find(digits); at != std::string_view::npos; at = prose.find(digits, at + 1)) {
        const std::size_t end = at + digits.size();
        if ((at == 0 || !is_of_number(at - 1)) && (end == prose.size() || !is_digit(prose[end]))) return true;
    }
    return false;
}

}  // namespace

std::vector<Choice::Reading> divisions_of(std::string_view text, Span digits, std::size_t columns) {
    std::vector<Choice::Reading> found;
    Choice::Reading so_far;
    if (!add_divisions(text, digits, digits.start, columns, so_far, found)) found.clear();
    return found;
}

void set_aside_divisions(
    std::vector<JoinedRow>& rows, const std::vector<std::size_t>& years, const std::vector<std::size_t>& cumulative) {
    const Words below{
        "这样划分，累计数小于当年数。", "Divided like this, the cumulative figure is below that of the year."};
    for (JoinedRow& row : rows) {
        set_aside(row.readings, below, [&](const Choice::Reading& one) {
            return std::any_of(cumulative.begin(), cumulative.end(), [&](std::size_t all) {
                return std::any_of(
                    years.begin(), years.end(), [&](std::size_t year) { return one.values[all] < one.values[year]; });
            });
        });
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (JoinedRow& row : rows) changed = (row.whole >= 0 && fit(rows, row)) || changed;
    }
}

int likeliest_division(const std::vector<Choice::Reading>& readings, std::string_view prose) {
    const auto rank = [&](const Choice::Reading& one) {
        std::uint32_t shortest = one.spans.front().size();
        std::uint32_t longest = shortest;
        for (const Span span : one.spans) {
            shortest = std::min(shortest, span.size());
            longest = std::max(longest, span.size());
        }
        return std::tuple(!remains(one), !is_stated(prose, one.values.front()), longest - shortest);
    };
    const auto best = std::min_element(readings.begin(), readings.end(),
        [&](const Choice::Reading& a, const Choice::Reading& b) { return rank(a) < rank(b); });
    return static_cast<int>(best - readings.begin());
}

}  // namespace gouji
