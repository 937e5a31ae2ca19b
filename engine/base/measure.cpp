// SPDX-License-Identifier: Apache-2.0
#include "engine/base/measure.hpp"

#include <array>

namespace gouji {
namespace {

struct Named {
    Measure measure;
    std::string_view name, zh, en;
};

constexpr std::array names = {Named{Measure::any, "number", "数", "a number"}, Named{Measure::count, "count", "件数", "a count"},
    Named{Measure::amount, "amount", "金额", "an amount of money"}, Named{Measure::share, "share", "比例", "a share"}};

struct Known {
    std::string_view printed;
    Unit unit;
};

constexpr std::array units = {Known{"", {Measure::any, 0}}, Known{"元", {Measure::amount, 0}}, Known{"万元", {Measure::amount, 4}},
    Known{"亿元", {Measure::amount, 8}}, Known{"%", {Measure::share, 0}}, Known{"‰", {Measure::share, -1}},
    Known{"万", {Measure::any, 4}}, Known{"亿", {Measure::any, 8}}};

}  // namespace

std::string_view name_of(Measure measure) { return names[static_cast<std::size_t>(measure)].name; }

Words words_of(Measure measure) {
    const auto& one = names[static_cast<std::size_t>(measure)];
    return {std::string(one.zh), std::string(one.en)};
}

std::optional<Measure> measure_named(std::string_view name) {
    for (const auto& one : names) {
        if (one.name == name) return one.measure;
    }
    return std::nullopt;
}

std::optional<Measure> common(Measure a, Measure b) {
    if (a == Measure::any) return b;
    if (b == Measure::any || a == b) return a;
    return std::nullopt;
}

Unit unit_of(std::string_view printed) {
    for (const auto& one : units) {
        if (one.printed == printed) return one.unit;
    }
    return {Measure::count, 0};
}

}  // namespace gouji
