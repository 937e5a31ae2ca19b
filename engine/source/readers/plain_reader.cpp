// SPDX-License-Identifier: Apache-2.0
// Plain text in UTF-8.
#include "engine/source/codes.hpp"
#include "engine/source/normalise.hpp"
#include "engine/source/normalise_straight.hpp"
#include "engine/source/readers/readers.hpp"

#include <unicode/utf8.h>

namespace gouji {

Result<Text> read_plain(const Source& source) {
    if (auto straight = normalise_straight(source.bytes)) return std::move(*straight);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(source.bytes.data());
    const auto size = static_cast<std::int32_t>(source.bytes.size());
    std::vector<Glyph> glyphs;
    glyphs.reserve(source.bytes.size() / 2);
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 code = 0;
        U8_NEXT(bytes, at, size, code);
        if (code < 0) return diagnose(source_codes::not_utf8, {{"offset", same(std::to_string(from))}});
        if (is_control(static_cast<char32_t>(code)))
            return diagnose(source_codes::binary, {{"offset", same(std::to_string(from))}});
        glyphs.push_back(
            {static_cast<char32_t>(code), {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at)}});
    }
    return Text(normalise(std::move(glyphs)));
}

}  // namespace gouji
