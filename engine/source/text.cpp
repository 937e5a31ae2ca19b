// SPDX-License-Identifier: Apache-2.0
#include "engine/source/text.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace gouji {

std::vector<Glyph> glyphs_of(std::string_view text) {
    std::vector<Glyph> glyphs;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        const auto from = static_cast<std::uint32_t>(at);
        at += one.size;
        glyphs.push_back({one.code, {from, static_cast<std::uint32_t>(at)}});
    }
    return glyphs;
}

Text::Text(const std::vector<Glyph>& glyphs) {
    // Room for as many bytes as there can be, cut to those that there are, so that each glyph is visited once.
    constexpr std::size_t longest = 4;
    characters_.resize(glyphs.size() * longest);
    letters_ = std::make_unique_for_overwrite<Letter[]>(glyphs.size());
    std::uint32_t size = 0;
    for (const Glyph& glyph : glyphs) {
        const auto bytes = static_cast<std::uint32_t>(utf8::encode(glyph.code, characters_.data() + size));
        map_.add(size, glyph.from, bytes == glyph.from.size());
        letters_[count_++] = {glyph.code, size};
        size += bytes;
    }
    characters_.resize(size);
    map_.finish();
}

void SourceMap::finish() {
    if (runs_.empty()) return;
    run_of_stretch_.resize(runs_.back().at / stretch + 1);
    std::uint32_t run = 0;
    for (std::uint32_t i = 0; i < run_of_stretch_.size(); ++i) {
        while (run + 1 < runs_.size() && runs_[run + 1].at <= i * stretch) ++run;
        run_of_stretch_[i] = run;
    }
}

void Text::set_shown(Shown shown) {
    if (!shown.starts.empty()) {
        map_ = map_.through(letters(), all().end, shown.starts);
    }
    shown_ = std::move(shown);
}

std::span<const Letter> Text::letters(Span span) const {
    const auto begins_before = [](const Letter& one, std::uint32_t at) { return one.at < at; };
    const std::span<const Letter> all = letters();
    const auto first = std::lower_bound(all.begin(), all.end(), span.start, begins_before);
    return {first, std::lower_bound(first, all.end(), span.end, begins_before)};
}

const Place* Shown::place(Span span) const {
    const auto next = std::upper_bound(
        places.begin(), places.end(), span.start, [](std::uint32_t at, const Place& one) { return at < one.start; });
    return next == places.begin() ? nullptr : &*(next - 1);
}

SourceMap SourceMap::through(std::span<const Letter> letters, std::uint32_t size, const ByteStarts& starts) const {
    SourceMap made;
    if (runs_.empty()) return made;
    made.runs_.reserve(letters.size());
    ByteStarts::Walk walk(starts);
    std::size_t run = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::uint32_t at = letters[i].at;
        while (run + 1 < runs_.size() && runs_[run + 1].at <= at) ++run;
        Span from = runs_[run].from;
        if (runs_[run].straight) {
            const std::uint32_t end = i + 1 < letters.size() ? letters[i + 1].at : size;
            from = {from.start + (at - runs_[run].at), from.start + (end - runs_[run].at)};
        }
        const std::uint32_t start = walk.of(from.start);
        made.runs_.push_back({at, {start, walk.of(from.end)}, false});
    }
    made.finish();
    return made;
}

const SourceMap::MappedRun& SourceMap::run_at(std::uint32_t at) const {
    if (at / stretch >= run_of_stretch_.size()) return runs_.back();
    std::size_t run = run_of_stretch_[at / stretch];
    while (run + 1 < runs_.size() && runs_[run + 1].at <= at) ++run;
    return runs_[run];
}

Span SourceMap::source(Span span, std::uint32_t size) const {
    if (runs_.empty()) return {};
    if (span.start >= size) return {runs_.back().from.end, runs_.back().from.end};
    const MappedRun& first = run_at(span.start);
    const std::uint32_t start = first.straight ? first.from.start + (span.start - first.at) : first.from.start;
    if (span.empty()) return {start, start};
    // Mostly both ends are in the same run.
    const bool same = span.end - first.at <= (first.straight ? first.from.size() : 1);
    const MappedRun& last = same ? first : run_at(span.end - 1);
    const std::uint32_t end = last.straight ? last.from.start + (span.end - last.at) : last.from.end;
    // A page may print things in another order than the source has them.
    return start <= end ? Span{start, end} : Span{last.from.start, first.from.end};
}

}  // namespace gouji
