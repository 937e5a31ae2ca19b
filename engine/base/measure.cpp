// SPDX-License-Identifier: Apache-2.0
#include "engine/base/measure.hpp"

#include <array>

namespace gouji {
namespace {

struct MeasureName {
    Measure measure;
    std::string_view name, zh, en;
};

constexpr std::array names = {MeasureName{Measure::any, "number", "数", "a number"},
    MeasureName{Measure::count, "count", "件数", "a count"},
    MeasureName{Measure::amount, "amount", "金额", "an amount of money"},
    MeasureName{Measure::share, "share", "比例", "a share"}, MeasureName{Measure::date, "date", "日期", "a date"}};

struct PrintedUnit {
    std::string_view printed;
    Unit unit;
};

constexpr std::array units = {PrintedUnit{"", {Measure::any, 0}}, PrintedUnit{"元", {Measure::amount, 0}},
    PrintedUnit{"万元", {Measure::amount, 4}}, PrintedUnit{"亿元", {Measure::amount, 8}},
    PrintedUnit{"%", {Measure::share, -2}}, PrintedUnit{"‰", {Measure::share, -3}},
    PrintedUnit{"万", {Measure::any, 4}}, PrintedUnit{"亿", {Measure::any, 8}}};

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

std::optional<Measure> sum_of(Measure a, Measure b) {
    const bool days = a == Measure::date || b == Measure::date;
    if (!days) return common(a, b);
    const Measure other = a == Measure::date ? b : a;
    return other == Measure::any || other == Measure::count ? std::optional(Measure::date) : std::nullopt;
}

std::optional<Measure> difference_of(Measure a, Measure b) {
    if (a == Measure::date && b == Measure::date) return Measure::count;
    if (b == Measure::date) return std::nullopt;
    return sum_of(a, b);
}

std::optional<Measure> product_of(Measure a, Measure b) {
    if (a == Measure::date || b == Measure::date) return std::nullopt;
    // A part or a number of something is that something.
    for (const Measure scale : {Measure::any, Measure::share, Measure::count}) {
        if (a == scale) return b;
        if (b == scale) return a;
    }
    return std::nullopt;
}

std::optional<Measure> quotient_of(Measure a, Measure b) {
    if (a == Measure::date || b == Measure::date) return std::nullopt;
    if (b == Measure::any || b == Measure::share) return a;
    if (a == b) return Measure::share;
    if (a == Measure::any) return Measure::any;
    return b == Measure::count ? std::optional(a) : std::nullopt;
}

Unit unit_of(std::string_view printed) {
    // Most figures of the prose count 件.
    if (printed == "件") return {Measure::count, 0};
    for (const auto& one : units) {
        if (one.printed == printed) return one.unit;
    }
    return {Measure::count, 0};
}

}  // namespace gouji
