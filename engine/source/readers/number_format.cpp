// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_number_format.hpp"

#include "engine/base/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

namespace gouji {
namespace {

/// What a format code prints around the figure, and of what kind the figure is.
struct Format {
    bool date = false;
    bool share = false;
    std::string before;
    std::string after;
};

/// The part for positive numbers, up to the first semicolon.
Format parse_format(std::string_view code) {
    Format made;
    bool figure = false;
    const auto literal = [&](std::string_view text) { (figure ? made.after : made.before) += text; };
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = code[at];
        if (c == '"' || c == '[') {
            const std::size_t end = code.find(c == '"' ? '"' : ']', at + 1);
            if (end == std::string_view::npos) break;
            if (c == '"') literal(code.substr(at + 1, end - at - 1));
            at = end;
        } else if (c == '\\' && at + 1 < code.size()) {
            ++at;
            literal(code.substr(at, 1));
        } else if (c == '_' || c == '*') {
            ++at;  // a blank as wide as the next character, or filled with it
        } else if (c == '0' || c == '#' || c == '?') {
            figure = true;
        } else if (c == '%') {
            made.share = true;
        } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D' || ((c == 'm' || c == 'M') && !figure)) {
            made.date = true;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            literal(code.substr(at, 1));  // 万元 may stand without quotes
        }
    }
    return made;
}

std::string day(std::string_view digits, bool early) {
    int number = 0;
    const std::string_view whole = digits.substr(0, digits.find('.'));
    const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
    constexpr int last = 2'958'465;  // 9999-12-31
    if (error != std::errc{} || number < 61 || number > last) return std::string(digits);
    using namespace std::chrono;
    const sys_days zero = early ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / 30};
    const year_month_day date{zero + days{number}};
    const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-"
        + two(static_cast<unsigned>(date.day()));
}

}  // namespace

std::string plain_digits(std::string_view stored) {
    constexpr std::size_t significant = 15;
    constexpr int longest = 30;
    std::string digits;
    int point = 0;  // digits before the point
    std::size_t at = 0;
    const bool negative = !stored.empty() && stored.front() == '-';
    if (negative) ++at;
    bool fraction = false;
    for (; at < stored.size() && (stored[at] == '.' || (stored[at] >= '0' && stored[at] <= '9')); ++at) {
        if (stored[at] == '.') {
            if (fraction) return std::string(stored);
            fraction = true;
        } else {
            digits += stored[at];
            point += fraction ? 0 : 1;
        }
    }
    if (digits.empty()) return std::string(stored);
    if (at < stored.size()) {
        int power = 0;
        std::string_view rest = stored.substr(at);
        if (rest.front() != 'E' && rest.front() != 'e') return std::string(stored);
        rest.remove_prefix(rest.size() > 1 && rest[1] == '+' ? 2 : 1);
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), power);
        if (error != std::errc{} || end != rest.data() + rest.size() || power > longest || power < -longest)
            return std::string(stored);
        point += power;
    }
    if (const std::size_t first = digits.find_first_not_of('0'); first != std::string::npos) {
        digits.erase(0, first);
        point -= static_cast<int>(first);
    } else {
        return "0";
    }
    if (digits.size() > significant) {
        const bool up = digits[significant] >= '5';
        digits.resize(significant);
        std::size_t place = significant;
        while (up && place > 0 && digits[place - 1] == '9') digits[--place] = '0';
        if (up && place > 0) ++digits[place - 1];
        if (up && place == 0) {
            digits.insert(digits.begin(), '1');
            ++point;
        }
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    const int size = static_cast<int>(digits.size());
    if (point > longest || point < -longest) return std::string(stored);
    std::string made = negative ? "-" : "";
    if (point <= 0) made += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    else if (point >= size) made += digits + std::string(static_cast<std::size_t>(point - size), '0');
    else
        made +=
            digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
    return made;
}

std::string show_number(std::string_view stored, std::string_view code, bool early) {
    const std::string digits = plain_digits(stored);
    const Format format = parse_format(code);
    if (format.date) return day(digits, early);
    if (format.share) {
        const auto share = Decimal::parse(digits);
        const auto hundredfold = share ? multiply(*share, Decimal(100)) : std::nullopt;
        return hundredfold ? format.before + plain_digits(hundredfold->to_string()) + "%" + format.after : digits;
    }
    return format.before + digits + format.after;
}

std::string_view builtin_format(int number) {
    if ((number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36
        || (number >= 50 && number <= 58))
        return "yyyy-mm-dd";
    return number == 9 || number == 10 ? "0%" : "";
}

}  // namespace gouji
