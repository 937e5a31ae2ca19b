// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/label_places.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>

namespace gouji {

LabelPlaces::LabelPlaces(std::string_view text, const LabelIndex& index) : starts_(index.size() + 1) {
    struct Found {
        std::uint32_t at = 0;
        LabelIndex::Found label;
    };
    std::vector<Found> all;
    std::vector<LabelIndex::Found> here;
    CharacterFilter first = ordinal_filter;
    first.add(index.first());
    bool line = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        const bool possible = first.may_hold(one.code);
        const auto ordinal = possible && may_begin_ordinal(text, at, one.code) ? read_ordinal(text, at) : std::nullopt;
        if ((line && one.code != U' ') || ordinal) headings_.push_back({static_cast<std::uint32_t>(at), one.code, line, ordinal});
        if (ordinal || (possible && index.may_begin_at(text, at))) {
            index.find(text, at, ordinal, here);
            for (const auto& label : here) all.push_back({static_cast<std::uint32_t>(at), label});
        }
        line = one.code == U'\n' || (line && one.code == U' ');
        at += one.size;
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
