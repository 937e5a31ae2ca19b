// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/label_places.hpp"

#include <algorithm>

namespace gouji {

LabelPlaces::LabelPlaces(const Text& text, const LabelIndex& index) : starts_(index.size() + 1) {
    const std::string_view characters = text.characters();
    const std::span<const Letter> letters = text.letters();
    struct Found {
        std::uint32_t at = 0;
        LabelIndex::Found label;
    };
    std::vector<Found> all;
    std::vector<LabelIndex::Found> here;
    CharacterFilter first = ordinal_filter;
    first.add(index.first());
    first.add(U'\n');
    bool line = true;
    for (auto letter = letters.begin(); letter != letters.end(); ++letter) {
        if (!line) letter = std::find_if(letter, letters.end(), [&](const Letter& one) { return first.may_hold(one.code); });
        if (letter == letters.end()) break;
        const auto [code, at] = *letter;
        const auto ordinal = ordinal_filter.may_hold(code) ? read_ordinal(characters, at) : std::nullopt;
        index.find(characters, {letter, letters.end()}, ordinal, here);
        for (const auto& label : here) all.push_back({at, label});
        if (ordinal || (line && !here.empty())) headings_.push_back({at, code, line, ordinal});
        line = code == U'\n' || (line && code == U' ');
    }
    for (const Found& one : all) ++starts_[one.label.set + 1];
    for (std::size_t set = 1; set < starts_.size(); ++set) starts_[set] += starts_[set - 1];
    std::vector<std::size_t> to = starts_;
    places_.resize(all.size());
    for (const Found& one : all) places_[to[one.label.set]++] = {one.at, one.label.hit};
}

const LabelSet::Hit* LabelPlaces::at(std::size_t set, std::uint32_t at) const {
    const auto own = of(set);
    const auto found = std::lower_bound(own.begin(), own.end(), at, [](const LabelPlace& one, std::uint32_t place) { return one.at < place; });
    return found == own.end() || found->at != at ? nullptr : &found->hit;
}

}  // namespace gouji
