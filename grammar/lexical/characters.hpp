// SPDX-License-Identifier: Apache-2.0
// Owns: quick answers about single characters: whether one is in a set, may begin a number or an ordinal, is a blank
// between letters.
// Refuses: to read more than one character.
#pragma once

#include "engine/base/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace gouji {

inline constexpr std::u32string_view numeral_characters = U"零〇○一二两三四五六七八九十百千万亿";

/// For speed: a set that may say yes for a character that is not in it, but never no for one that is. Nothing can begin
/// at most places of a text, and this finds that without a search.
class CharacterFilter {
public:
    constexpr void add(char32_t code) { bits_[code % size / 64] |= std::uint64_t{1} << code % 64; }
    constexpr void add(const CharacterFilter& other) {
        for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    }
    /// Digits, and characters of numerals.
    constexpr void add_numbers() {
        for (char32_t digit = U'0'; digit <= U'9'; ++digit) add(digit);
        for (const char32_t one : numeral_characters) add(one);
    }
    constexpr void add_all() { bits_.fill(~std::uint64_t{0}); }
    [[nodiscard]] constexpr bool may_hold(char32_t code) const {
        return (bits_[code % size / 64] >> code % 64 & 1) != 0;
    }

private:
    static constexpr std::size_t size = 4096;
    std::array<std::uint64_t, size / 64> bits_{};
};

inline constexpr CharacterFilter numeral_filter = [] {
    CharacterFilter made;
    for (const char32_t one : numeral_characters) made.add(one);
    return made;
}();

/// A set of two characters beside each other, with the same kind of answer.
class CharacterPairs {
public:
    void add(char32_t one, char32_t two) {
        bits_[place_of(one, two) / 64] |= std::uint64_t{1} << place_of(one, two) % 64;
    }
    [[nodiscard]] bool may_hold(char32_t one, char32_t two) const {
        return (bits_[place_of(one, two) / 64] >> place_of(one, two) % 64 & 1) != 0;
    }

private:
    static constexpr std::uint32_t size = 0x10000;
    /// Spread, for letters that are near each other in words are near each other in Unicode, too.
    static constexpr std::uint32_t place_of(char32_t one, char32_t two) {
        return (one * 0x9E3779B1U + two * 0x85EBCA77U) / size;
    }
    std::array<std::uint64_t, size / 64> bits_{};
};

/// Small numbers for some characters, so that data about them can be in an array.
class CharacterNumbers {
public:
    static constexpr char32_t size = 0x10000;  ///< characters from here on have no number
    /// Numbers a character that has none, from 1 on; not where there is no number left, nor beyond the basic plane.
    void give(char32_t code) {
        if (code >= size) return;
        std::uint16_t& page = pages_[code / page_size];
        if (page == 0) {
            page = static_cast<std::uint16_t>(numbers_.size() / page_size);
            numbers_.resize(numbers_.size() + page_size);
        }
        std::uint16_t& number = numbers_[page * page_size + code % page_size];
        if (number == 0 && given_ + 1U < std::numeric_limits<std::uint16_t>::max()) number = ++given_;
    }
    /// 0 for a character that was given none.
    [[nodiscard]] std::uint16_t of(char32_t code) const {
        return code < size ? numbers_[pages_[code / page_size] * page_size + code % page_size] : 0;
    }

private:
    static constexpr std::size_t page_size = 256;
    std::array<std::uint16_t, size / page_size> pages_{};
    std::vector<std::uint16_t> numbers_ = std::vector<std::uint16_t>(page_size);  ///< page by page; the first has none
    std::uint16_t given_ = 0;
};

inline bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// The characters that `utf8::without_blanks` leaves out.
inline bool is_white(char32_t code) { return code == U' ' || code == U'\t' || code == U'\n'; }

/// Digits, and characters of numerals.
inline bool may_begin_number(char32_t code) {
    if (code < 0x80) return is_digit(code);
    return numeral_filter.may_hold(code) && numeral_characters.find(code) != std::u32string_view::npos;
}

/// Ordinals begin with a bracket, a sign that is one by itself, or digits followed by one of these.
inline constexpr std::u32string_view ordinal_signs = U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
inline constexpr std::u32string_view ordinal_digits = U"0123456789零〇○一二两三四五六七八九十百千万亿";
inline constexpr std::u32string_view behind_ordinal_digits = U" \t.,:)\\、．";
inline constexpr CharacterFilter ordinal_filter = [] {
    CharacterFilter made;
    made.add(U'(');
    for (const char32_t one : ordinal_signs) made.add(one);
    for (const char32_t one : ordinal_digits) made.add(one);
    return made;
}();

/// True where a Han character is right before: no name begins there.
inline bool is_behind_han(std::string_view text, std::size_t at) {
    constexpr std::size_t size = 3;  // of most of them, in bytes
    return at >= size && utf8::is_han(utf8::decode(text, at - size).code);
}

/// 12 in 3.12 or 312 is not a figure: a number must begin where it is read.
inline bool is_inside_figure(std::string_view text, std::size_t at) {
    return at > 0 && (is_digit(text[at - 1]) || (text[at - 1] == '.' && at > 1 && is_digit(text[at - 2])));
}

/// The place after blanks and a line end (but not an empty line), which may be between the letters of a phrase.
inline std::size_t skip_white(std::string_view text, std::size_t at) {
    bool line = false;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || (text[at] == '\n' && !line))) {
        line = line || text[at] == '\n';
        ++at;
    }
    return at;
}

/// True where a bracket is open on the line, `most` bytes before `at` at the most.
inline bool is_in_brackets(std::string_view text, std::size_t at, std::size_t most) {
    const std::string_view before = text.substr(at - std::min(at, most), std::min(at, most));
    const std::size_t last = before.find_last_of("()\n");
    return last != std::string_view::npos && before[last] == '(';
}

}  // namespace gouji
