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
    // As many bytes as there can be, cut to those that there are: one look at each glyph.
    constexpr std::size_t longest = 4;
    characters_.resize(glyphs.size() * longest);
    letters_.reserve(glyphs.size());
    std::uint32_t size = 0;
    for (const Glyph& glyph : glyphs) {
        const auto bytes = static_cast<std::uint32_t>(utf8::encode(glyph.code, characters_.data() + size));
        add_run(size, glyph.from, bytes == glyph.from.size());
        letters_.push_back({glyph.code, size});
        size += bytes;
    }
    characters_.resize(size);
}

void Text::reserve(std::size_t bytes) {
    constexpr std::size_t usual = 2;  // Han characters have three, all others one
    characters_.reserve(bytes);
    letters_.reserve(bytes / usual);
}

void Text::keep(std::string_view source, Span from, std::span<const Letter> letters) {
    const auto before = static_cast<std::uint32_t>(characters_.size());
    add_run(before, from, true);
    characters_.append(source.substr(from.start, from.size()));
    const auto known = static_cast<std::ptrdiff_t>(letters_.size());
    letters_.insert(letters_.end(), letters.begin(), letters.end());
    for (auto one = letters_.begin() + known; one != letters_.end(); ++one) one->at += before - from.start;
}

void Text::put(char32_t code, Span from) {
    const std::size_t before = characters_.size();
    utf8::append(characters_, code);
    letters_.push_back({code, static_cast<std::uint32_t>(before)});
    add_run(static_cast<std::uint32_t>(before), from, characters_.size() - before == from.size());
}

void Text::add_run(std::uint32_t at, Span from, bool straight) {
    if (straight && !runs_.empty() && runs_.back().straight && runs_.back().from.end == from.start) runs_.back().from.end = from.end;
    else begin_run({at, from, straight});
}

void Text::begin_run(Run run) {
    const auto number = static_cast<std::uint32_t>(runs_.size());
    runs_.push_back(run);
    for (auto begin = run_of_stretch_.size() * stretch; begin <= run.at; begin += stretch) run_of_stretch_.push_back(begin == run.at ? number : number - 1);
}

void Text::set_shown(Shown shown) {
    if (!shown.starts.empty()) {
        Text made;
        made.runs_.reserve(characters_.size());
        for (std::uint32_t at = 0; at < characters_.size();) {
            const auto end = at + static_cast<std::uint32_t>(utf8::length(characters_[at]));
            const Span from = source({at, end});
            made.begin_run({at, {shown.starts[from.start], shown.starts[from.end]}, false});
            at = end;
        }
        runs_ = std::move(made.runs_);
        run_of_stretch_ = std::move(made.run_of_stretch_);
    }
    shown_ = std::move(shown);
}

std::span<const Letter> Text::letters(Span span) const {
    const auto begins_before = [](const Letter& one, std::uint32_t at) { return one.at < at; };
    const auto first = std::lower_bound(letters_.begin(), letters_.end(), span.start, begins_before);
    return {first, std::lower_bound(first, letters_.end(), span.end, begins_before)};
}

const Place* Shown::place(Span span) const {
    const auto next = std::upper_bound(places.begin(), places.end(), span.start, [](std::uint32_t at, const Place& one) { return at < one.start; });
    return next == places.begin() ? nullptr : &*(next - 1);
}

const Text::Run& Text::run_at(std::uint32_t at) const {
    if (at / stretch >= run_of_stretch_.size()) return runs_.back();
    std::size_t run = run_of_stretch_[at / stretch];
    while (run + 1 < runs_.size() && runs_[run + 1].at <= at) ++run;
    return runs_[run];
}

Span Text::source(Span span) const {
    if (runs_.empty()) return {};
    const auto start = [&] {
        if (span.start >= characters_.size()) return runs_.back().from.end;
        const Run& run = run_at(span.start);
        return run.straight ? run.from.start + (span.start - run.at) : run.from.start;
    }();
    if (span.empty()) return {start, start};
    const Run& run = run_at(span.end - 1);
    return {start, run.straight ? run.from.start + (span.end - run.at) : run.from.end};
}

}  // namespace gouji
