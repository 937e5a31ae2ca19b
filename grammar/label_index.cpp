// SPDX-License-Identifier: Apache-2.0
#include "grammar/label_index.hpp"

#include "grammar/private_label_walk.hpp"

#include <algorithm>

namespace gouji {

LabelIndex::LabelIndex(std::vector<std::shared_ptr<const LabelSet>> sets) : sets_(std::move(sets)) {
    std::vector<Sources> sources(1);  // of each state
    for (std::size_t number = 0; number < sets_.size(); ++number) {
        sources.front().emplace_back(static_cast<std::uint32_t>(number), 0);
        begin_.add(sets_[number]->begin_);
    }
    states_.emplace_back();
    // State by state, and not by calls of itself: a label may be as long as its file.
    for (std::size_t state = 0; state < states_.size(); ++state) {
        const Sources own = std::move(sources[state]);
        for (const auto& [code, same] : steps_of(own, states_[state])) {
            edges_.push_back({code, static_cast<std::uint32_t>(states_.size())});
            states_.emplace_back();
            sources.push_back(same);
        }
    }
}

std::map<char32_t, LabelIndex::Sources> LabelIndex::steps_of(const Sources& sources, State& state) {
    std::map<char32_t, Sources> steps;
    state.first_end = static_cast<std::uint32_t>(ends_.size());
    for (const auto& [number, place] : sources) {
        const LabelSet::State& one = sets_[number]->states_[static_cast<std::size_t>(place)];
        for (const auto& [code, next] : one.next) steps[code].emplace_back(number, next);
        if (!one.ids.empty()) ends_.emplace_back(number, &one.ids);
    }
    state.ends = static_cast<std::uint32_t>(ends_.size()) - state.first_end;
    state.first_edge = static_cast<std::uint32_t>(edges_.size());
    state.edges = static_cast<std::uint32_t>(steps.size());
    return steps;
}

const LabelIndex::Edge* LabelIndex::step(const State& from, char32_t code) const {
    const Edge* first = edges_.data() + from.first_edge;
    if (from.edges == 1) return first->code == code ? first : nullptr;
    const Edge* last = first + from.edges;
    const Edge* found = std::lower_bound(first, last, code, [](const Edge& one, char32_t wanted) { return one.code < wanted; });
    return found == last || found->code != code ? nullptr : found;
}

void LabelIndex::find_words(std::string_view text, std::span<const Letter> letters, std::vector<Found>& found) const {
    const std::size_t known = found.size();
    const State* state = states_.data();
    int lengths = 0;
    bool apart = false;
    labels::walk(
        labels::LetterCursor(letters, text.size()),
        [&](const labels::LetterCursor& at, bool broken) {
            if (state->edges == 0) return false;
            apart = broken && skip_stray_line(text, at.place()) != at.place();
            const Edge* edge = apart ? nullptr : step(*state, at.code());
            if (!edge) return false;
            state = states_.data() + edge->to;
            for (std::uint32_t i = 0; i < state->ends; ++i) {
                const auto& [set, ids] = ends_[state->first_end + i];
                found.push_back({set, {ids, 0, at.behind()}});
            }
            lengths += state->ends > 0 ? 1 : 0;
            return true;
        },
        [](std::size_t place) { return place; });
    if (apart) {
        // Some sets may have a label that goes on here, others one that goes on behind the stray line: each for itself.
        found.resize(known);
        for (std::uint32_t set = 0; set < sets_.size(); ++set) {
            if (const auto hit = sets_[set]->match_words(text, letters.front().at)) found.push_back({set, *hit});
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

void LabelIndex::find_behind(const Ordinal& before, std::string_view text, std::span<const Letter> letters, std::vector<Found>& found) const {
    const auto behind = std::find_if(letters.begin(), letters.end(), [&](const Letter& one) { return one.at >= before.end; });
    const std::span<const Letter> rest(behind, letters.end());
    if (!may_begin(rest)) return;
    find_words(text, rest, found);
    for (Found& one : found) one.hit.ordinal = before.number;
}

}  // namespace gouji
