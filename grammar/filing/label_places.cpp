// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/label_places.hpp"

#include <algorithm>

namespace gouji {

namespace {

/// True where nothing but blanks stands before the letter on its line.
bool begins_line(std::span<const Letter> letters, std::size_t place) {
    while (place > 0 && letters[place - 1].code == U' ') --place;
    return place == 0 || letters[place - 1].code == U'\n';
}

}  // namespace

LabelPlaces::LabelPlaces(const Text& text, const LabelIndex& index) : places_(index.size()) {
    const std::span<const Letter> letters = text.letters();
    constexpr std::size_t usual = 64;  // places of a set, or of headings
    for (auto& own : places_) own.reserve(usual);
    headings_.reserve(usual);
    LabelIndex::Hits here;
    for (std::size_t i = index.find_beginning(letters, 0); i < letters.size(); i = index.find_beginning(letters, i + 1)) {
        const auto [code, at] = letters[i];
        const auto ordinal = ordinal_filter.may_hold(code) ? read_ordinal(text.characters(), at) : std::nullopt;
        index.find(text.characters(), letters.subspan(i), ordinal, here);
        for (const LabelIndex::Found& label : here.found) {
            for (const auto& [set, ids] : label.ends) {
                std::vector<LabelPlace>& own = places_[set];
                if (own.empty() || own.back().at != at) own.push_back({at, {ids, label.ordinal, label.end}});
            }
        }
        if (!ordinal && here.found.empty()) continue;
        if (const bool line = begins_line(letters, i); ordinal || line) headings_.push_back({at, code, line, ordinal});
    }
}

const LabelSet::Hit* LabelPlaces::at(std::size_t set, std::uint32_t at) const {
    const auto own = of(set);
    const auto found = std::lower_bound(own.begin(), own.end(), at, [](const LabelPlace& one, std::uint32_t place) { return one.at < place; });
    return found == own.end() || found->at != at ? nullptr : &found->hit;
}

}  // namespace gouji
