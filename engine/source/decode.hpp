// SPDX-License-Identifier: Apache-2.0
// Owns: which encoding the bytes of a text are in, and the text in UTF-8 with the place of each character in the bytes.
// Refuses: to take UTF-8 with a few mistakes for another encoding, and to mend in silence: U+FFFD replaces a broken
// character, and a note tells how many there are.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/shown.hpp"

#include <string_view>

namespace gouji {

/// In this order: a byte order mark; UTF-8 where the bytes are valid, or where few of them are broken; the encoding
/// that a page declares, where the bytes are valid in it; UTF-16 by its bytes of zero; GB18030 or Big5 where that makes
/// Chinese of them; what ICU's detector says. A diagnostic where nothing fits; nothing is shown in their place where
/// the bytes are UTF-8.
Result<Shown> decode(std::string_view bytes);

}  // namespace gouji
