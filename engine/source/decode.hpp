// SPDX-License-Identifier: Apache-2.0
// Owns: which encoding the bytes of a text are in, and the text in UTF-8 with the place of each character in the bytes.
// Refuses: to guess where the bytes are nearly right UTF-8: a broken file is told, not read as something else.
#pragma once

#include "engine/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Decoded {
    std::string text;                    ///< in UTF-8; empty, with `starts`, where the bytes are that themselves
    std::vector<std::uint32_t> starts;   ///< of each byte of `text` the byte of the source that its character begins at, and the end
    std::string_view encoding = "UTF-8";
};

/// In this order: a byte order mark; UTF-8 where the bytes are valid; the encoding that a page declares, where the bytes are
/// valid in it; what the frequencies of characters say (GB18030, Big5, UTF-16). A diagnostic where nothing fits.
Result<Decoded> decode(std::string_view bytes);

}  // namespace gouji
