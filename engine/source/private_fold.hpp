// SPDX-License-Identifier: Apache-2.0
// Owns: what both ways of normalising a text share: the table of characters, vowels with a tone, how many blanks stay.
// Refuses: to be used outside of this folder.
#pragma once

#include <array>
#include <cstdint>

namespace gouji {

/// For each character of the basic plane the one that is read in its place; 0 when it is dropped.
extern const std::array<std::uint16_t, 0x10000> fold_table;

/// A vowel with the mark of its tone, as notes in pinyin have.
bool is_toned_vowel(char32_t code);

/// The same, decided by the code alone for most characters.
inline bool is_toned(char32_t code) { return code >= U'à' && code <= U'ǜ' && is_toned_vowel(code); }

/// Runs of blanks and empty lines say no more when they are thousands, and code that skips them would take long: 80
/// blanks and 16 line ends of each run stay: a row of empty cells, one a line, has as many.
class WhiteLimit {
public:
    bool keeps(char32_t code) {
        constexpr int most_blanks = 80;
        constexpr int most_lines = 16;
        if (code == U'\n') {
            if (++lines_ > most_lines) return false;
            blanks_ = 0;
            return true;
        }
        if (code == U' ' || code == U'\t') return ++blanks_ <= most_blanks;
        end();
        return true;
    }
    /// Something else follows them.
    void end() { lines_ = blanks_ = 0; }

private:
    int blanks_ = 0;
    int lines_ = 0;
};

}  // namespace gouji
