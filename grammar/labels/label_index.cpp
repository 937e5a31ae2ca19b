// SPDX-License-Identifier: Apache-2.0
#include "grammar/labels/label_index.hpp"

#include "grammar/labels/private_label_walk.hpp"

#include <algorithm>

namespace gouji {
LabelIndex::LabelIndex(std::vector<std::shared_ptr<const LabelSet>> sets) : sets_(std::move(sets)) {
    std::vector<Sources> sources(1);  // of each state
    for (std::size_t number = 0; number < sets_.size(); ++number) {
        sources.front().emplace_back(static_cast<std::uint32_t>(number), 0);
    }
    states_.emplace_back();
    // JointState by state, and not by calls of itself: a label may be as long as its file.
    for (std::size_t state = 0; state < states_.size(); ++state) {
        const Sources own = std::move(sources[state]);
        for (const auto& [code, same] : steps_of(own, states_[state])) {
            edges_.push_back({code, static_cast<std::uint32_t>(states_.size())});
            states_.emplace_back();
            sources.push_back(same);
            if (state == 0) after_first_.give(code);
        }
    }
    add_beginnings();
}

void LabelIndex::add_beginnings() {
    for (const Edge& first : edges_of(states_.front())) {
        if (is_digit(first.code)) beginnings_.let_digits_begin_labels();
        const JointState& after_first = states_[first.to];
        if (after_first.ends > 0) beginnings_.add_single(first.code);
        for (const char32_t inside : {U' ', U'\n'}) beginnings_.add_whole_pair(first.code, inside);
        for (const Edge& second : edges_of(after_first)) {
            const JointState& after_second = states_[second.to];
            beginnings_.add_pair(first.code, second.code);
            if (after_second.ends > 0) beginnings_.add_whole_pair(first.code, second.code);
            for (const Edge& third : edges_of(after_second))
                beginnings_.add_triple(first.code, second.code, third.code);
        }
    }
}

std::map<char32_t, LabelIndex::Sources> LabelIndex::steps_of(const Sources& sources, JointState& state) {
    std::map<char32_t, Sources> steps;
    state.first_end = static_cast<std::uint32_t>(ends_.size());
    for (const auto& [number, place] : sources) {
        const LabelSet::LabelState& one = sets_[number]->states_[static_cast<std::size_t>(place)];
        for (const auto& [code, next] : one.next) steps[code].emplace_back(number, next);
        if (!one.ids.empty()) ends_.push_back({number, &one.ids});
    }
    state.ends = static_cast<std::uint32_t>(ends_.size()) - state.first_end;
    state.first_edge = static_cast<std::uint32_t>(edges_.size());
    state.edges = static_cast<std::uint32_t>(steps.size());
    return steps;
}

const LabelIndex::JointState* LabelIndex::step_from_many(const JointState& from, char32_t code) const {
    const std::span<const Edge> edges = edges_of(from);
    const auto found = std::lower_bound(
        edges.begin(), edges.end(), code, [](const Edge& one, char32_t wanted) { return one.code < wanted; });
    return found == edges.end() || found->code != code ? nullptr : &states_[found->to];
}

const LabelIndex::JointState* LabelIndex::step_from_root(char32_t code) const {
    // Characters are numbered in the order of their states; those beyond the basic plane come last and have no number.
    if (code >= CharacterNumbers::size) return step(states_.front(), code);
    const std::uint16_t number = after_first_.of(code);
    return number == 0 ? nullptr : &states_[number];
}

void LabelIndex::find_labels(
    std::string_view text, std::span<const Letter> letters, const std::optional<Ordinal>& before, Hits& hits) const {
    hits.found.clear();
    if (!hits.apart.empty()) hits.apart.clear();  // which takes its time
    if (before) {
        const auto after =
            std::find_if(letters.begin(), letters.end(), [&](const Letter& one) { return one.at >= before->end; });
        find_words(text, {after, letters.end()}, before->number, hits);
    }
    find_words(text, letters, 0, hits);
}

void LabelIndex::find_words(std::string_view text, std::span<const Letter> letters, int ordinal, Hits& hits) const {
    const std::size_t known = hits.found.size();
    const JointState* state = letters.empty() ? nullptr : step_from_root(letters.front().code);
    // Most of what begins like a label ends after a letter or two, and most labels are printed in one piece.
    for (std::size_t i = 1; state; ++i) {
        if (state->ends > 0)
            hits.found.push_back({ends_of(*state), ordinal,
                i < letters.size() ? letters[i].at : static_cast<std::uint32_t>(text.size())});
        if (state->edges == 0 || i == letters.size()) break;
        const JointState* const next = step(*state, letters[i].code);
        if (!next && is_filler(letters[i].code)) find_parted_words(text, letters, {state, i}, known, ordinal, hits);
        state = next;
    }
    std::reverse(hits.found.begin() + static_cast<std::ptrdiff_t>(known), hits.found.end());
}

void LabelIndex::find_parted_words(std::string_view text, std::span<const Letter> letters, BegunLabel begun,
    std::size_t known, int ordinal, Hits& hits) const {
    const JointState* state = begun.state;
    bool apart = false;
    labels::walk(
        labels::LetterCursor(letters.subspan(begun.letters), text.size()),
        [&](const labels::LetterCursor& at, bool broken) {
            if (state->edges == 0) return false;
            apart = broken && skip_stray_line(text, at.place()) != at.place();
            const JointState* next = apart ? nullptr : step(*state, at.code());
            if (!next) return false;
            state = next;
            if (state->ends > 0)
                hits.found.push_back({ends_of(*state), ordinal, static_cast<std::uint32_t>(at.behind())});
            return true;
        },
        [](std::size_t place) { return place; }, begun.letters);
    if (apart) {
        // Some sets may have a label that goes on here, others one that goes on after the stray line: each searches for
        // itself.
        hits.found.resize(known);
        for (std::uint32_t set = 0; set < sets_.size(); ++set) {
            const auto hit = sets_[set]->match_words(text, letters.front().at);
            if (hit)
                hits.found.push_back(
                    {std::span(&hits.apart.emplace_back(LabelEnd{set, hit->ids}), 1), ordinal, hit->end});
        }
    }
}

}  // namespace gouji
