// SPDX-License-Identifier: Apache-2.0
// Owns: the single steps of `normalise`, for their tests.
// Refuses: anything that a sentence means; only characters and their neighbours count here.
#pragma once

#include "engine/source/text.hpp"

#include <vector>

namespace gouji {

/// The character read in place of this one; 0 when it is dropped.
char32_t fold(char32_t code);

/// Characters that no text has.
inline bool is_control(char32_t c) {
    return c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r' && c != U'\f' && c != U'\v';
}

/// Characters that a decode leaves in place of broken bytes.
inline bool is_lost(char32_t c) { return c == U'?' || c == U'？' || c == 0xFFFD; }

/// Leaves out the pronunciation that some converters add after each Traditional character: 務(wù).
/// Toneless notes such as 們(men) count only in a text that has toned ones.
void drop_pinyin(std::vector<Glyph>& glyphs);

/// <br> that a converter left in the text: in a row of bars a blank, elsewhere the end of a line.
void fold_breaks(std::vector<Glyph>& glyphs);

}  // namespace gouji
