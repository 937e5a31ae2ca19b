// SPDX-License-Identifier: Apache-2.0
#include "grammar/labels/label_sieve.hpp"

#include "grammar/labels/labels.hpp"

#include <string_view>

namespace gouji {
namespace {

/// Blanks, digits and signs all count as one second letter, because where one of them may be most others may; only the
/// end of a line is told from them.
char32_t as_second(char32_t code) {
    constexpr char32_t last_sign = 0x3020;
    return code > last_sign || code == U'\n' ? code : last_sign;
}

constexpr char32_t pair_of(char32_t first, char32_t second) { return first * 31 + second; }

}  // namespace

LabelSieve::LabelSieve() {
    for (const char32_t sign : ordinal_signs) add_single(sign);
    for (const char32_t digit : ordinal_digits) {
        add_whole_pair(U'(', digit);
        add_whole_pair(digit, U' ');
        for (const char32_t second : ordinal_digits) add_whole_pair(digit, second);
        for (const char32_t second : behind_ordinal_digits) add_whole_pair(digit, second);
    }
    add_whole_pair(U'(', U' ');
}

void LabelSieve::add_single(char32_t first) { singles_.add(first); }

void LabelSieve::add_pair(char32_t first, char32_t second) { pairs_.add(first, as_second(second)); }

void LabelSieve::add_whole_pair(char32_t first, char32_t second) {
    add_pair(first, second);
    whole_pairs_.add(first, as_second(second));
}

void LabelSieve::add_triple(char32_t first, char32_t second, char32_t third) {
    add_pair(first, second);
    triples_.add(pair_of(first, second), third);
}

bool LabelSieve::may_begin(char32_t first, char32_t second) const {
    return pairs_.may_hold(first, as_second(second)) || singles_.may_hold(first);
}

std::size_t LabelSieve::find(std::span<const Letter> letters, std::size_t from) const {
    for (; from + 1 < letters.size(); ++from) {
        if (may_begin(letters[from].code, letters[from + 1].code) && may_go_on(letters.subspan(from))) return from;
    }
    return from < letters.size() && may_begin(letters[from].code, 0) ? from : letters.size();
}

bool LabelSieve::may_go_on(std::span<const Letter> letters) const {
    const char32_t first = letters[0].code;
    const char32_t second = letters[1].code;
    const char32_t third = letters.size() > 2 ? letters[2].code : U' ';
    // Two digits are an ordinal only before a sign, and a figure everywhere else.
    if (is_digit(first) && is_digit(second) && !digits_begin_labels_)
        return behind_ordinal_digits.find(third) != std::u32string_view::npos;
    return singles_.may_hold(first) || triples_.may_hold(pair_of(first, second), third)
        || whole_pairs_.may_hold(first, as_second(second)) || is_filler(second) || is_filler(third);
}

}  // namespace gouji
