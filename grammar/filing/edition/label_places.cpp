// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/edition/label_places.hpp"

#include "grammar/lexical/characters.hpp"

#include <algorithm>

namespace gouji {

namespace {

/// The characters that headings are numbered with, and the signs around them.
bool is_numbering(char32_t code) {
    constexpr std::u32string_view words = U"第部分章节篇壹贰叁肆伍陆柒捌玖拾IVX";
    const bool roman = code >= 0x2160 && code <= 0x217F;
    const bool bullet = code >= 0x25A0 && code <= 0x27BF;
    return is_filler(code) || may_begin_number(code) || roman || bullet
        || words.find(code) != std::u32string_view::npos;
}

/// Where the numbering before `place` begins, or `place` itself, if nothing else is before it on its line than
/// blanks.
std::optional<std::size_t> start_on_line(std::span<const Letter> letters, std::size_t place) {
    constexpr std::size_t longest = 8;
    const std::size_t last = place > longest ? place - longest : 0;
    std::size_t start = place;
    while (place > 0 && letters[place - 1].code == U' ') --place;
    while (place > last && letters[place - 1].code != U'\n' && is_numbering(letters[place - 1].code)) {
        --place;
        if (letters[place].code != U' ') start = place;
    }
    return place == 0 || letters[place - 1].code == U'\n' ? std::optional(start) : std::nullopt;
}

}  // namespace

LabelPlaces::LabelPlaces(const Text& text, const LabelIndex& index) : places_(index.size()) {
    const std::span<const Letter> letters = text.letters();
    constexpr std::size_t usual = 64;  // places of a set, or of headings
    for (auto& own : places_) own.reserve(usual);
    headings_.reserve(usual);
    LabelIndex::Hits here;
    const LabelSieve& beginnings = index.beginnings();
    for (std::size_t i = beginnings.find(letters, 0); i < letters.size(); i = beginnings.find(letters, i + 1)) {
        const auto [code, at] = letters[i];
        const auto ordinal = ordinal_filter.may_hold(code) ? read_ordinal(text.characters(), at) : std::nullopt;
        index.find_labels(text.characters(), letters.subspan(i), ordinal, here);
        add_labels(at, here);
        if (ordinal || !here.found.empty()) add_heading(letters, i, ordinal);
    }
}

void LabelPlaces::add_labels(std::uint32_t at, const LabelIndex::Hits& hits) {
    for (const LabelIndex::FoundLabels& label : hits.found) {
        for (const auto& [set, ids] : label.ends) {
            std::vector<LabelPlace>& own = places_[set];
            if (own.empty() || own.back().at != at) own.push_back({at, {ids, label.ordinal, label.end}});
        }
    }
}

void LabelPlaces::add_heading(
    std::span<const Letter> letters, std::size_t letter, const std::optional<Ordinal>& ordinal) {
    const auto [code, at] = letters[letter];
    // The label after an ordinal is part of the heading that began there.
    if (!ordinal && !headings_.empty() && headings_.back().ordinal && headings_.back().ordinal->end == at) return;
    const auto line = start_on_line(letters, letter);
    if (ordinal || line) headings_.push_back({at, code, line.has_value(), line ? letters[*line].at : at, ordinal});
}

const LabelSet::Hit* LabelPlaces::at(std::size_t set, std::uint32_t at) const {
    const auto own = of(set);
    const auto found = std::lower_bound(
        own.begin(), own.end(), at, [](const LabelPlace& one, std::uint32_t place) { return one.at < place; });
    return found == own.end() || found->at != at ? nullptr : &found->hit;
}

}  // namespace gouji
