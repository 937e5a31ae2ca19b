// SPDX-License-Identifier: Apache-2.0
// Owns: undoing decodes of GBK that were shifted by one byte, which damage headings and opening quotes: `?。ㄒ唬┓e`
// stands for `　（一）積`.
// Refuses: to guess: only what the bytes prove is restored, and a character that lost a byte becomes U+FFFD.
#pragma once

#include "engine/source/text.hpp"

#include <vector>

namespace gouji {

void restore_shifted(std::vector<Glyph>& glyphs);

}  // namespace gouji
