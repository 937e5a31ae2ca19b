// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/stated_dates.hpp"

#include "engine/base/calendar.hpp"
#include "engine/base/utf8.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/number.hpp"

#include <charconv>
#include <vector>

namespace gouji {
namespace {

/// 12, 十二, 廿三, 元: a small number as it is in a day.
std::optional<int> number_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (is_digit(text.front())) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }
    constexpr std::string_view first = "元";
    if (text == first) return 1;
    std::string numeral;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (one.code == U'廿') numeral += "二十";
        else if (one.code == U'卅') numeral += "三十";
        else numeral += text.substr(at, one.size);
        at += one.size;
    }
    const auto value = value_of_numeral(numeral);
    return value ? number_of(value->to_string()) : std::nullopt;
}

/// The texts of year, month and day, without the signs between them.
std::vector<std::string> parts_of(std::string_view text) {
    constexpr std::u32string_view inside = U"元廿卅Oo";
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (may_begin_number(one.code) || inside.find(one.code) != std::u32string_view::npos)
            parts.back() += text.substr(at, one.size);
        else if (!is_white(one.code) && !parts.back().empty()) parts.emplace_back();
        at += one.size;
    }
    if (parts.back().empty()) parts.pop_back();
    constexpr std::size_t compact = 8;  // 20230113
    if (parts.size() == 1 && parts[0].size() == compact) {
        const std::string all = parts[0];
        parts = {all.substr(0, 4), all.substr(4, 2), all.substr(6)};
    }
    return parts;
}

}  // namespace

std::optional<int> year_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (is_digit(text.front())) return number_of(text);
    std::string numeral;
    for (const char c : text) {
        if (c == '0' || c == 'O' || c == 'o') numeral += "〇";
        else numeral += c;
    }
    return number_of(numeral);
}

std::string date_of(std::string_view text) {
    constexpr int first_year = 1949;  // an older day is the number of something
    constexpr int last_year = 2199;
    const std::vector<std::string> parts = parts_of(text);
    if (parts.size() != 3) return {};
    const auto year = year_of(parts[0]);
    const auto month = number_of(parts[1]);
    const auto day = number_of(parts[2]);
    if (!year || !month || !day || *year < first_year || *year > last_year) return {};
    const auto found = day_of(*year, *month, *day);
    return found ? print_day(*found) : std::string();
}

}  // namespace gouji
