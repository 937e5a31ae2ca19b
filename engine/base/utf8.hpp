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

/// The character that begins at `at`; size 0 past the end, size clipped at the end of the text.
Character decode(std::string_view text, std::size_t at);

/// Where the character before `at` begins; `at` is above 0.
std::size_t previous(std::string_view text, std::size_t at);

void append(std::string& to, char32_t code);

/// Characters, not bytes.
std::size_t count(std::string_view text);

/// Levenshtein distance in characters, at most `limit` + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit);

/// The text without blanks, tabs and line ends: how words are found that a page has broken over lines.
std::string without_blanks(std::string_view text);

/// A to Z as a to z, all else as it is: names of tags and encodings.
std::string lowered(std::string_view text);

/// Whole, shortest-form UTF-8 without surrogates, and without control characters but tab and line ends.
bool is_text(std::string_view bytes);

/// The same text where it is one; any other byte, and every control character, as \xFF: a name of a file that all can show.
std::string printable(std::string_view bytes);

/// Unified Han characters of the basic block, its extension A and 〇: what names on forms are written in.
inline bool is_han(char32_t code) {
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) || code == 0x3007;
}

}  // namespace gouji::utf8
