// SPDX-License-Identifier: Apache-2.0
// Owns: which encoding the bytes of a text are in, and the text in UTF-8 with the place of each character in the bytes.
// Refuses: to guess where the bytes are nearly right UTF-8: a broken file is told, not read as something else.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/shown.hpp"

#include <string_view>

namespace gouji {

/// In this order: a byte order mark; UTF-8 where the bytes are valid; the encoding that a page declares, where the bytes are
/// valid in it; what the frequencies of characters say (GB18030, Big5, UTF-16). A diagnostic where nothing fits; nothing is
/// shown in their place where the bytes are UTF-8.
Result<Shown> decode(std::string_view bytes);

}  // namespace gouji
