// SPDX-License-Identifier: Apache-2.0
#include "engine/source/text.hpp"

#include "engine/base/utf8.hpp"

#include <utility>

namespace gouji {

Text::Text(const std::vector<Glyph>& glyphs) {
    characters_.reserve(glyphs.size() * 3);
    origin_.reserve(glyphs.size() * 3);
    for (const Glyph& glyph : glyphs) {
        utf8::append(characters_, glyph.code);
        origin_.resize(characters_.size(), glyph.from);
    }
}

void Text::set_decoded(Decoded decoded) {
    for (Span& one : origin_) one = {decoded.starts[one.start], decoded.starts[one.end]};
    shown_ = std::move(decoded);
}

Span Text::source(Span span) const {
    if (span.empty()) {
        const std::uint32_t at = span.start < origin_.size() ? origin_[span.start].start : origin_.empty() ? 0 : origin_.back().end;
        return {at, at};
    }
    return {origin_[span.start].start, origin_[span.end - 1].end};
}

}  // namespace gouji
