// SPDX-License-Identifier: Apache-2.0
#include "engine/language/message.hpp"

#include <unicode/fmtable.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>

#include <algorithm>

namespace gouji {

namespace {

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::Locale locale_of(Language language) {
    return language == Language::zh ? icu::Locale::getSimplifiedChinese() : icu::Locale::getEnglish();
}

/// True where the pattern asks for some way of writing an argument: {n, number, ::group-off}.
bool has_formats(const icu::MessagePattern& pattern) {
    for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
        const auto& part = pattern.getPart(i);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_START && part.getArgType() != UMSGPAT_ARG_TYPE_NONE) return true;
    }
    return false;
}

/// ICU compiles a formatter when it has written its first number, beside whoever else is writing with it: here that
/// happens before threads share it.
icu::number::LocalizedNumberFormatter compiled_formatter(Language language) {
    auto formatter = icu::number::NumberFormatter::withLocale(locale_of(language))
                         .precision(icu::number::Precision::maxFraction(3))
                         .roundingMode(UNUM_ROUND_HALFEVEN)
                         .threshold(1);
    UErrorCode status = U_ZERO_ERROR;
    static_cast<void>(formatter.formatInt(0, status));
    return formatter;
}

/// A number as MessageFormat writes it where nothing is asked for. MessageFormat itself makes a formatter for each
/// message, which takes longer than the rest of the message.
icu::UnicodeString plain_number(const std::string& digits, Language language, UErrorCode& status) {
    static const icu::number::LocalizedNumberFormatter zh = compiled_formatter(Language::zh);
    static const icu::number::LocalizedNumberFormatter en = compiled_formatter(Language::en);
    return (language == Language::zh ? zh : en).formatDecimal(digits, status).toString(status);
}

void add_argument(std::string name, MessageArguments& found) {
    if (std::find(found.names.begin(), found.names.end(), name) == found.names.end())
        found.names.push_back(std::move(name));
}

/// Text, or the name of an argument.
struct PlainPart {
    std::string_view text;
    bool is_name = false;
};

/// The parts of a pattern that is text and {names} alone, as most are; nothing for any other. For speed: ICU takes ten
/// times as long for these.
std::optional<std::vector<PlainPart>> plain_parts_of(std::string_view pattern) {
    constexpr std::string_view name_signs = "abcdefghijklmnopqrstuvwxyz_";
    constexpr std::size_t longest = 64;
    if (pattern.find('\'') != std::string_view::npos) return std::nullopt;
    std::vector<PlainPart> parts;
    for (std::size_t from = 0;;) {
        const std::size_t open = std::min(pattern.find('{', from), pattern.size());
        parts.push_back({pattern.substr(from, open - from), false});
        if (open == pattern.size()) return parts;
        const std::size_t name = open + 1;
        const std::size_t close = pattern.find_first_not_of(name_signs, name);
        if (close == std::string_view::npos || close == name || close - name > longest || pattern[close] != '}')
            return std::nullopt;
        parts.push_back({pattern.substr(name, close - name), true});
        from = close + 1;
    }
}

}  // namespace

MessageArguments arguments_of(std::string_view pattern) {
    MessageArguments found;
    if (const auto parts = plain_parts_of(pattern)) {
        for (const PlainPart& part : *parts) {
            if (part.is_name) add_argument(std::string(part.text), found);
        }
        return found;
    }
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    const icu::MessagePattern parsed(unicode(pattern), &where, status);
    if (U_FAILURE(status)) {
        found.problem = u_errorName(status);
        return found;
    }
    for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
        const auto& part = parsed.getPart(i);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME && part.getType() != UMSGPAT_PART_TYPE_ARG_NUMBER) continue;
        std::string name;
        parsed.getSubstring(part).toUTF8String(name);
        add_argument(std::move(name), found);
    }
    return found;
}

namespace {

/// The bracket that closes the one at `open`; the end where there is none.
std::size_t closing_bracket(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        if (text[at] == '{') ++depth;
        else if (text[at] == '}' && --depth == 0) return at;
    }
    return text.size();
}

}  // namespace

std::string readable_pattern(std::string_view pattern) {
    constexpr std::string_view plural = ", plural,";
    constexpr std::string_view other = "other{";
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != '{') {
            out += pattern[at++];
            continue;
        }
        const std::size_t end = std::min(closing_bracket(pattern, at) + 1, pattern.size());
        const std::string_view argument = pattern.substr(at, end - at);
        const std::size_t comma = argument.find(plural);
        const std::size_t form = argument.find(other);
        if (comma == std::string_view::npos || form == std::string_view::npos) {
            out += argument;
        } else {
            const std::size_t open = form + other.size();
            const std::string_view words = argument.substr(open, closing_bracket(argument, open - 1) - open);
            for (const char letter : words) {
                if (letter == '#') out += std::string(argument.substr(0, comma)) + "}";
                else out += letter;
            }
        }
        at = end;
    }
    return out;
}

namespace {

/// 1,234: a whole number as both languages write it.
std::string grouped(const std::string& digits) {
    constexpr std::size_t group = 3;
    const std::size_t sign = digits.front() == '-' ? 1 : 0;
    std::string out;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > sign && (digits.size() - at) % group == 0) out += ',';
        out += digits[at];
    }
    return out;
}

/// Fills a pattern of text and {names} alone; nothing where it is any other, or where an argument has no whole number
/// or text.
std::optional<std::string> filled_plainly(std::string_view pattern, const MessageValues& values) {
    const auto parts = plain_parts_of(pattern);
    if (!parts) return std::nullopt;
    std::string out;
    for (const PlainPart& part : *parts) {
        if (!part.is_name) {
            out += part.text;
            continue;
        }
        const auto value =
            std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == part.text; });
        if (value == values.end()) return std::nullopt;
        const auto* number = std::get_if<Decimal>(&value->second);
        if (number && number->places() != 0) return std::nullopt;
        out += number ? grouped(number->to_string()) : std::get<std::string>(value->second);
    }
    return out;
}

}  // namespace

std::string format_message(std::string_view pattern, const MessageValues& values, Language language) {
    if (auto plain = filled_plainly(pattern, values)) return std::move(*plain);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString written = unicode(pattern);
    const bool plain = !has_formats(icu::MessagePattern(written, nullptr, status));
    const icu::MessageFormat format(written, locale_of(language), status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> arguments;
    for (const auto& [name, value] : values) {
        names.push_back(unicode(name));
        if (const auto* text = std::get_if<std::string>(&value)) {
            arguments.emplace_back(unicode(*text));
        } else {
            const std::string digits = std::get<Decimal>(value).to_string();
            if (plain) arguments.emplace_back(plain_number(digits, language, status));
            else arguments.emplace_back(icu::StringPiece(digits), status);
        }
    }
    icu::UnicodeString filled;
    format.format(names.data(), arguments.data(), static_cast<std::int32_t>(names.size()), filled, status);
    std::string out;
    if (U_SUCCESS(status)) filled.toUTF8String(out);
    else out = pattern;
    return out;
}

}  // namespace gouji
