// SPDX-License-Identifier: Apache-2.0
#include "grammar/label_index.hpp"

#include "grammar/private_label_walk.hpp"

#include <algorithm>

namespace gouji {

LabelIndex::LabelIndex(std::vector<std::shared_ptr<const LabelSet>> sets) : sets_(std::move(sets)) {
    Sources all;
    for (std::size_t number = 0; number < sets_.size(); ++number) {
        all.emplace_back(static_cast<std::uint32_t>(number), 0);
        begin_.add(sets_[number]->begin_);
    }
    build(all);
}

std::uint32_t LabelIndex::build(const Sources& sources) {
    std::vector<std::pair<char32_t, std::pair<std::uint32_t, int>>> steps;
    State made{static_cast<std::uint32_t>(edges_.size()), 0, static_cast<std::uint32_t>(ends_.size()), 0};
    for (const auto& [number, state] : sources) {
        const LabelSet::State& one = sets_[number]->states_[static_cast<std::size_t>(state)];
        for (const auto& [code, next] : one.next) steps.push_back({code, {number, next}});
        if (one.ids.empty()) continue;
        ends_.emplace_back(number, &one.ids);
        ++made.ends;
    }
    std::sort(steps.begin(), steps.end());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0 && steps[i].first == steps[i - 1].first) continue;
        edges_.push_back({steps[i].first, 0});
        ++made.edges;
    }
    const auto place = static_cast<std::uint32_t>(states_.size());
    states_.push_back(made);
    for (std::size_t edge = made.first_edge, i = 0; i < steps.size(); ++edge) {
        Sources same;
        for (const char32_t code = steps[i].first; i < steps.size() && steps[i].first == code; ++i) same.push_back(steps[i].second);
        edges_[edge].to = build(same);
    }
    return place;
}

const LabelIndex::Edge* LabelIndex::step(const State& from, char32_t code) const {
    const Edge* first = edges_.data() + from.first_edge;
    if (from.edges == 1) return first->code == code ? first : nullptr;
    const Edge* last = first + from.edges;
    const Edge* found = std::lower_bound(first, last, code, [](const Edge& one, char32_t wanted) { return one.code < wanted; });
    return found == last || found->code != code ? nullptr : found;
}

void LabelIndex::find_words(std::string_view text, std::size_t at, std::vector<Found>& found) const {
    const std::size_t known = found.size();
    const State* state = states_.data();
    int lengths = 0;
    bool apart = false;
    labels::walk(
        text, at,
        [&](char32_t code, std::size_t place, std::size_t behind, bool broken) {
            if (state->edges == 0) return false;
            apart = broken && skip_stray_line(text, place) != place;
            const Edge* edge = apart ? nullptr : step(*state, code);
            if (!edge) return false;
            state = states_.data() + edge->to;
            for (std::uint32_t i = 0; i < state->ends; ++i) {
                const auto& [set, ids] = ends_[state->first_end + i];
                found.push_back({set, {ids, 0, behind}});
            }
            lengths += state->ends > 0 ? 1 : 0;
            return true;
        },
        [](std::size_t place) { return place; });
    if (apart) {
        // Some sets may have a label that goes on here, others one that goes on behind the stray line: each for itself.
        found.resize(known);
        for (std::uint32_t set = 0; set < sets_.size(); ++set) {
            if (const auto hit = sets_[set]->match_words(text, at)) found.push_back({set, *hit});
        }
    }
    if (known > 0 || lengths > 1) keep_best(found, known);
}

/// Of each set one: of those that were known, else the longest, which comes last.
void LabelIndex::keep_best(std::vector<Found>& found, std::size_t known) {
    const auto is_among = [&](std::size_t from, std::size_t to, std::uint32_t set) {
        return std::any_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.begin() + static_cast<std::ptrdiff_t>(to), [&](const Found& one) { return one.set == set; });
    };
    std::size_t kept = known;
    for (std::size_t i = known; i < found.size(); ++i) {
        const std::uint32_t set = found[i].set;
        if (!is_among(0, known, set) && !is_among(i + 1, found.size(), set)) found[kept++] = found[i];
    }
    found.resize(kept);
}

void LabelIndex::find(std::string_view text, std::size_t at, const std::optional<Ordinal>& before, std::vector<Found>& found) const {
    found.clear();
    if (before && begin_.may_hold_at(text, before->end)) {
        find_words(text, before->end, found);
        for (Found& one : found) one.hit.ordinal = before->number;
    }
    if (begin_.may_hold_at(text, at)) find_words(text, at, found);
}

}  // namespace gouji
