// SPDX-License-Identifier: Apache-2.0
#include "engine/source/text.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace gouji {

Text::Text(const std::vector<Glyph>& glyphs) {
    // As many bytes as there can be, cut to those that there are: one look at each glyph.
    constexpr std::size_t longest = 4;
    characters_.resize(glyphs.size() * longest);
    origin_.reserve(glyphs.size() * 3);
    std::size_t size = 0;
    for (const Glyph& glyph : glyphs) {
        const std::size_t bytes = utf8::encode(glyph.code, characters_.data() + size);
        for (std::size_t i = 0; i < bytes; ++i) origin_.push_back(glyph.from);
        size += bytes;
    }
    characters_.resize(size);
}

void Text::set_shown(Shown shown) {
    if (!shown.starts.empty()) {
        for (Span& one : origin_) one = {shown.starts[one.start], shown.starts[one.end]};
    }
    shown_ = std::move(shown);
}

const Place* Shown::place(Span span) const {
    const auto next = std::upper_bound(places.begin(), places.end(), span.start, [](std::uint32_t at, const Place& one) { return at < one.start; });
    return next == places.begin() ? nullptr : &*(next - 1);
}

Span Text::source(Span span) const {
    if (span.empty()) {
        const std::uint32_t at = span.start < origin_.size() ? origin_[span.start].start : origin_.empty() ? 0 : origin_.back().end;
        return {at, at};
    }
    return {origin_[span.start].start, origin_[span.end - 1].end};
}

}  // namespace gouji
