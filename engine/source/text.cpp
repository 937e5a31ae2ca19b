// SPDX-License-Identifier: Apache-2.0
#include "engine/source/text.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
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
