// SPDX-License-Identifier: Apache-2.0
#include "engine/base/calendar.hpp"

#include <chrono>

namespace gouji {
namespace {

constexpr std::int64_t last_year = 9999;

std::optional<std::int64_t> digits(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::optional<std::int64_t> day_of(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (year < 1 || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
        std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

std::optional<std::int64_t> parse_day(std::string_view text) {
    constexpr std::size_t size = 10;
    if (text.size() != size || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    return year && month && day ? day_of(*year, *month, *day) : std::nullopt;
}

std::string print_day(std::int64_t day) {
    const auto first = day_of(1, 1, 1);
    const auto last = day_of(last_year, 12, 31);
    if (day < *first || day > *last) return {};
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    const auto padded = [](int value, std::size_t width) {
        std::string text = std::to_string(value);
        return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
    };
    return padded(static_cast<int>(date.year()), 4) + "-"
        + padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-"
        + padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

}  // namespace gouji
