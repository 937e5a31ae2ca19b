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

/// The text that a format code prints around the figure, and the kind of the figure.
struct NumberFormat {
    bool date = false;
    bool share = false;
    bool scaled = false;
    std::size_t places = 0;  ///< decimals that are always shown; with 0 those that are stored are
    std::string before;
    std::string after;
};

bool is_part_of_date(char c) { return std::string_view("yYmMdD").find(c) != std::string_view::npos; }

/// The part for positive numbers, up to the first semicolon.
NumberFormat parse_format(std::string_view code) {
    NumberFormat made;
    bool figure = false;
    bool point = false;
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
            if (point && c == '0') ++made.places;
        } else if (c == '.') {
            point = true;
        } else if (c == ',' && figure && code.substr(at + 1).find_first_of("0#?") == std::string_view::npos) {
            made.scaled = true;  // 0.00, shows thousands
        } else if (c == '%') {
            made.share = true;
        } else if (is_part_of_date(c) && !(figure && (c == 'm' || c == 'M'))) {
            made.date = true;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            literal(code.substr(at, 1));  // 万元 may be without quotes
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

/// Decimal digits, with so many before the point as `point` says: 0.28 is 28 at 0, 1500 is 15 at 4.
struct StoredNumber {
    bool negative = false;
    std::string digits;
    int point = 0;
};

constexpr int longest = 30;  // digits before or after the point

/// Nothing for a text that is not a number, or has too large an exponent.
std::optional<StoredNumber> parse_stored(std::string_view text) {
    StoredNumber number;
    number.negative = text.starts_with('-');
    std::size_t at = number.negative ? 1 : 0;
    bool fraction = false;
    const std::size_t end_of_digits = std::min(text.find_first_not_of("0123456789.", at), text.size());
    for (; at < end_of_digits; ++at) {
        if (text[at] == '.') {
            if (fraction) return std::nullopt;
            fraction = true;
        } else {
            number.digits += text[at];
            number.point += fraction ? 0 : 1;
        }
    }
    if (number.digits.empty()) return std::nullopt;
    if (at == text.size()) return number;
    std::string_view exponent = text.substr(at);
    if (exponent.front() != 'E' && exponent.front() != 'e') return std::nullopt;
    exponent.remove_prefix(exponent.size() > 1 && exponent[1] == '+' ? 2 : 1);
    int power = 0;
    const char* const last = exponent.data() + exponent.size();
    const auto [end, error] = std::from_chars(exponent.data(), last, power);
    if (error != std::errc{} || end != last || power > longest || power < -longest) return std::nullopt;
    number.point += power;
    return number;
}

/// One more in the last digit; true where a digit more is needed for it, which is put before those from `first` on.
bool add_one(std::string& digits, std::size_t first) {
    std::size_t place = digits.size();
    while (place > first && digits[place - 1] == '9') digits[--place] = '0';
    if (place > first) {
        ++digits[place - 1];
        return false;
    }
    digits.insert(first, "1");
    return true;
}

/// To the digits that a sheet shows, without zeros at the end. The first digit is not a zero.
void round_digits(StoredNumber& number) {
    constexpr std::size_t significant = 15;
    std::string& digits = number.digits;
    if (digits.size() > significant) {
        const bool up = digits[significant] >= '5';
        digits.resize(significant);
        if (up && add_one(digits, 0)) ++number.point;
    }
    digits.erase(digits.find_last_not_of('0') + 1);
}

/// As the format shows it: 60 is 60.00, 2.345 is 2.35. What is no number comes back as it is.
std::string with_places(const std::string& digits, std::size_t places) {
    const std::size_t point = std::min(digits.find('.'), digits.size());
    if (places == 0 || digits.empty() || digits.find_first_not_of("-.0123456789") != std::string::npos) return digits;
    std::string made = digits.substr(0, point);
    std::string fraction = point < digits.size() ? digits.substr(point + 1) : std::string();
    const bool up = fraction.size() > places && fraction[places] >= '5';
    fraction.resize(places, '0');
    made += fraction;
    if (up) add_one(made, made.starts_with('-') ? 1 : 0);
    made.insert(made.size() - places, ".");
    return made;
}

std::string printed(const StoredNumber& number) {
    const auto zeros = [](int count) { return std::string(static_cast<std::size_t>(count), '0'); };
    const std::string sign = number.negative ? "-" : "";
    const int size = static_cast<int>(number.digits.size());
    if (number.point <= 0) return sign + "0." + zeros(-number.point) + number.digits;
    if (number.point >= size) return sign + number.digits + zeros(number.point - size);
    const auto whole = static_cast<std::size_t>(number.point);
    return sign + number.digits.substr(0, whole) + "." + number.digits.substr(whole);
}

}  // namespace

std::string plain_digits(std::string_view stored) {
    std::optional<StoredNumber> number = parse_stored(stored);
    if (!number) return std::string(stored);
    const std::size_t first = number->digits.find_first_not_of('0');
    if (first == std::string::npos) return "0";
    number->digits.erase(0, first);
    number->point -= static_cast<int>(first);
    round_digits(*number);
    if (number->point > longest || number->point < -longest) return std::string(stored);
    return printed(*number);
}

std::string show_number(std::string_view stored, std::string_view code, bool early) {
    const std::string digits = plain_digits(stored);
    const NumberFormat format = parse_format(code);
    if (format.date) return day(digits, early);
    if (format.share) {
        const auto share = Decimal::parse(digits);
        const auto hundredfold = share ? multiply(*share, Decimal(100)) : std::nullopt;
        return hundredfold
            ? format.before + with_places(plain_digits(hundredfold->to_string()), format.places) + "%" + format.after
            : digits;
    }
    return format.before + (format.scaled ? digits : with_places(digits, format.places)) + format.after;
}

std::string_view builtin_format(int number) {
    if ((number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36
        || (number >= 50 && number <= 58))
        return "yyyy-mm-dd";
    switch (number) {
        case 2: return "0.00";
        case 4:
        case 39:
        case 40: return "#,##0.00";
        case 9: return "0%";
        case 10: return "0.00%";
        default: return "";
    }
}

}  // namespace gouji
