// SPDX-License-Identifier: Apache-2.0
// Owns: walking over UTF-8 that is already known to be valid, one character at a time.
// Refuses: to judge or mend bytes (engine/source does), and to know widths or scripts (ICU does).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji::utf8 {

/// Bytes of the character that begins with this byte, 1 to 4.
inline std::size_t length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

struct Character {
    char32_t code = 0;
    std::size_t size = 0;
};

// The two below are here because they are called for every character of every report.

/// The character that begins at `at`; size 0 past the end, size clipped at the end of the text.
inline Character decode(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    const char32_t first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t left = text.size() - at;
    // Han characters and their punctuation: most of what is not ASCII.
    if (first >= 0xE0 && first < 0xF0 && left >= 3)
        return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    const std::size_t size = length(text[at]) < left ? length(text[at]) : left;
    switch (size) {
        case 2: return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
        case 3: return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
        case 4: return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
        default: return {first, size};
    }
}

/// Writes the character and returns its bytes, 1 to 4.
inline std::size_t encode(char32_t code, char* to) {
    if (code < 0x80) {
        to[0] = static_cast<char>(code);
        return 1;
    }
    if (code < 0x800) {
        to[0] = static_cast<char>(0xC0 | code >> 6);
        to[1] = static_cast<char>(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        to[0] = static_cast<char>(0xE0 | code >> 12);
        to[1] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
        to[2] = static_cast<char>(0x80 | (code & 0x3F));
        return 3;
    }
    to[0] = static_cast<char>(0xF0 | code >> 18);
    to[1] = static_cast<char>(0x80 | (code >> 12 & 0x3F));
    to[2] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    to[3] = static_cast<char>(0x80 | (code & 0x3F));
    return 4;
}

/// Where the character before `at` begins; `at` is above 0.
std::size_t previous(std::string_view text, std::size_t at);

inline void append(std::string& to, char32_t code) {
    char bytes[4];
    to.append(bytes, encode(code, bytes));
}

/// Characters, not bytes.
std::size_t count(std::string_view text);

/// Levenshtein distance in characters, at most `limit` + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit);

/// The text without blanks, tabs and line ends, to find words that a page has broken over lines.
std::string without_blanks(std::string_view text);

/// A to Z as a to z, all else as it is: names of tags and encodings.
std::string lowered(std::string_view text);

/// The character of U+0800 to U+D7FF that three bytes make, or 0. Han characters are among them, most of a report. None
/// of them needs the checks for shorter forms, surrogates and replaced bytes. Four bytes can be read from
/// `at` on.
inline char32_t triple(const char* at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(at[i])); };
    const std::uint32_t four = byte(0) | byte(1) << 8U | byte(2) << 16U | byte(3) << 24U;  // one load
    const char32_t code = (four & 0x0FU) << 12U | (four >> 2U & 0xFC0U) | (four >> 16U & 0x3FU);
    return (four & 0xC0C0F0U) == 0x8080E0U && code - 0x800U < 0xD800U - 0x800U ? code : 0;
}

/// Whole, shortest-form UTF-8 without surrogates.
bool is_valid(std::string_view bytes);

/// The same, and without control characters except tab and line ends.
bool is_text(std::string_view bytes);

/// The same text where it is one; any other byte, and every control character, as \xFF: the name of a file, for
/// printing.
std::string printable(std::string_view bytes);

/// Unified Han characters of the basic block, its extension A and 〇: what names on forms are written in.
inline bool is_han(char32_t code) {
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) || code == 0x3007;
}

}  // namespace gouji::utf8
