// SPDX-License-Identifier: Apache-2.0
#include "engine/check/causes/slips.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace gouji {
namespace {

struct WrittenNumber {
    std::optional<std::int64_t> printed;
    std::int64_t expected;
    std::string was;  ///< digits of what is printed
    std::string meant;
    const std::vector<std::int64_t>& beside;
};

/// One digit left out of the longer number gives the shorter one.
bool lacks_one(const std::string& longer, const std::string& shorter) {
    if (longer.size() != shorter.size() + 1) return false;
    const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    return std::equal(differ.first, shorter.end(), differ.second + 1);
}

int differing(const WrittenNumber& one) {
    if (one.was.size() != one.meant.size()) return -1;
    int count = 0;
    for (std::size_t i = 0; i < one.was.size(); ++i) count += one.was[i] != one.meant[i] ? 1 : 0;
    return count;
}

bool is_exchanged(const WrittenNumber& one) {
    if (differing(one) != 2) return false;
    const std::size_t at = static_cast<std::size_t>(
        std::mismatch(one.was.begin(), one.was.end(), one.meant.begin()).first - one.was.begin());
    return at + 1 < one.was.size() && one.was[at] == one.meant[at + 1] && one.was[at + 1] == one.meant[at];
}

bool is_times(std::int64_t large, std::int64_t small, std::int64_t factor) {
    return small != 0 && large % factor == 0 && large / factor == small;
}

struct Kind {
    int cost;
    Words name;
    bool (*fits)(const WrittenNumber& one);
};

const std::array<Kind, 10>& kinds() {
    static const std::array<Kind, 10> all = {{
        {3, {"没有填写", "left empty"}, [](const WrittenNumber& one) { return !one.printed; }},
        {2, {"相邻两位数字颠倒", "two adjacent digits swapped"}, is_exchanged},
        {3, {"重复了一位数字", "a digit written twice"},
            [](const WrittenNumber& one) {
                if (!lacks_one(one.was, one.meant)) return false;
                const auto differ = std::mismatch(one.meant.begin(), one.meant.end(), one.was.begin()).second;
                return differ != one.was.begin() && *differ == *(differ - 1);
            }},
        {3, {"漏写了一位数字", "a digit left out"},
            [](const WrittenNumber& one) { return one.was != "0" && lacks_one(one.meant, one.was); }},
        {4, {"多写了一位数字", "one digit too many"},
            [](const WrittenNumber& one) { return one.meant != "0" && lacks_one(one.was, one.meant); }},
        {3, {"单位可能写错：万元写作元，或相反", "the unit may be wrong: 万元 for 元, or the other way round"},
            [](const WrittenNumber& one) {
                return is_times(*one.printed, one.expected, 10'000) || is_times(one.expected, *one.printed, 10'000);
            }},
        {5, {"多写或漏写了 0", "too many or too few zeros"},
            [](const WrittenNumber& one) {
                return is_times(*one.printed, one.expected, 100) || is_times(one.expected, *one.printed, 100)
                    || is_times(*one.printed, one.expected, 1'000) || is_times(one.expected, *one.printed, 1'000);
            }},
        {4, {"一位数字写错", "one digit wrong"}, [](const WrittenNumber& one) { return differing(one) == 1; }},
        {5,
            {"与相邻单元格的数相同，可能串行或串列",
                "the number of a neighbouring cell: a row or a column may have shifted"},
            [](const WrittenNumber& one) {
                return *one.printed != 0
                    && std::find(one.beside.begin(), one.beside.end(), *one.printed) != one.beside.end();
            }},
        {6, {"写成了 0", "written as 0"}, [](const WrittenNumber& one) { return *one.printed == 0; }},
    }};
    return all;
}

}  // namespace

Slip slip_between(std::optional<std::int64_t> printed, std::int64_t expected, const std::vector<std::int64_t>& beside) {
    const WrittenNumber one{
        printed, expected, printed ? std::to_string(*printed) : "", std::to_string(expected), beside};
    Slip best{10, {}};
    for (const Kind& kind : kinds()) {
        if (kind.cost < best.cost && kind.fits(one)) best = {kind.cost, kind.name};
        if (!printed) break;  // the first is the only one that is about empty cells
    }
    return best;
}

}  // namespace gouji
