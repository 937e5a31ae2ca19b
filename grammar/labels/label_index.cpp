// SPDX-License-Identifier: Apache-2.0
#include "grammar/labels/label_index.hpp"

#include "grammar/labels/private_label_walk.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Blanks, digits and signs all count as one second letter, for where one of them may stand nearly any other may; only
/// the end of a line is told from them.
char32_t as_second(char32_t code) {
    constexpr char32_t last_sign = 0x3020;
    return code > last_sign || code == U'\n' ? code : last_sign;
}

}  // namespace

LabelIndex::LabelIndex(std::vector<std::shared_ptr<const LabelSet>> sets) : sets_(std::move(sets)) {
    std::vector<Sources> sources(1);  // of each state
    for (std::size_t number = 0; number < sets_.size(); ++number) {
        sources.front().emplace_back(static_cast<std::uint32_t>(number), 0);
    }
    states_.emplace_back();
    // State by state, and not by calls of itself: a label may be as long as its file.
    for (std::size_t state = 0; state < states_.size(); ++state) {
        const Sources own = std::move(sources[state]);
        for (const auto& [code, same] : steps_of(own, states_[state])) {
            edges_.push_back({code, static_cast<std::uint32_t>(states_.size())});
            states_.emplace_back();
            sources.push_back(same);
            if (state == 0) first_.give(code);
        }
    }
    add_beginnings();
}

void LabelIndex::add_beginnings() {
    for (const char32_t one : ordinal_signs) alone_.add(one);
    const auto add_pair = [&](char32_t one, char32_t two) {
        firsts_.add(one);
        pairs_.add(one, as_second(two));
    };
    const auto add_whole = [&](char32_t one, char32_t two) {
        add_pair(one, two);
        whole_.add(one, as_second(two));
    };
    for (const char32_t one : ordinal_digits) {
        add_whole(U'(', one);
        add_whole(one, U' ');
        for (const char32_t two : ordinal_digits) add_whole(one, two);
        for (const char32_t two : behind_ordinal_digits) add_whole(one, two);
    }
    add_whole(U'(', U' ');
    for (const Edge& first : edges_of(states_.front())) {
        const State& behind = states_[first.to];
        if (behind.ends > 0) alone_.add(first.code);
        for (const char32_t inside : {U' ', U'\n'}) add_whole(first.code, inside);
        for (const Edge& second : edges_of(behind)) {
            add_pair(first.code, second.code);
            const State& last = states_[second.to];
            if (last.ends > 0) whole_.add(first.code, as_second(second.code));
            for (const Edge& third : edges_of(last)) triples_.add(pair_of(first.code, second.code), third.code);
        }
    }
    firsts_.add(alone_);
}

std::size_t LabelIndex::find_beginning(std::span<const Letter> letters, std::size_t from) const {
    const auto may_begin = [&](char32_t one, char32_t two) {
        return pairs_.may_hold(one, as_second(two)) || alone_.may_hold(one);
    };
    for (; from + 1 < letters.size(); ++from) {
        if (!firsts_.may_hold(letters[from].code)) continue;
        if (may_begin(letters[from].code, letters[from + 1].code) && goes_on(letters.subspan(from))) return from;
    }
    return from < letters.size() && may_begin(letters[from].code, 0) ? from : letters.size();
}

bool LabelIndex::goes_on(std::span<const Letter> letters) const {
    const char32_t one = letters[0].code;
    const char32_t two = letters[1].code;
    const char32_t three = letters.size() > 2 ? letters[2].code : U' ';
    // Two digits are an ordinal only before a sign, and a figure everywhere else.
    if (is_digit(one) && is_digit(two) && first_.of(one) == 0)
        return behind_ordinal_digits.find(three) != std::u32string_view::npos;
    return alone_.may_hold(one) || triples_.may_hold(pair_of(one, two), three) || whole_.may_hold(one, as_second(two))
        || is_filler(two) || is_filler(three);
}

std::map<char32_t, LabelIndex::Sources> LabelIndex::steps_of(const Sources& sources, State& state) {
    std::map<char32_t, Sources> steps;
    state.first_end = static_cast<std::uint32_t>(ends_.size());
    for (const auto& [number, place] : sources) {
        const LabelSet::State& one = sets_[number]->states_[static_cast<std::size_t>(place)];
        for (const auto& [code, next] : one.next) steps[code].emplace_back(number, next);
        if (!one.ids.empty()) ends_.push_back({number, &one.ids});
    }
    state.ends = static_cast<std::uint32_t>(ends_.size()) - state.first_end;
    state.first_edge = static_cast<std::uint32_t>(edges_.size());
    state.edges = static_cast<std::uint32_t>(steps.size());
    return steps;
}

const LabelIndex::State* LabelIndex::step_from_many(const State& from, char32_t code) const {
    const std::span<const Edge> edges = edges_of(from);
    const auto found = std::lower_bound(
        edges.begin(), edges.end(), code, [](const Edge& one, char32_t wanted) { return one.code < wanted; });
    return found == edges.end() || found->code != code ? nullptr : &states_[found->to];
}

const LabelIndex::State* LabelIndex::step_from_root(char32_t code) const {
    // Characters are numbered in the order of their states; those beyond the basic plane come last and have no number.
    if (code >= CharacterNumbers::size) return step(states_.front(), code);
    const std::uint16_t number = first_.of(code);
    return number == 0 ? nullptr : &states_[number];
}

void LabelIndex::find(
    std::string_view text, std::span<const Letter> letters, const std::optional<Ordinal>& before, Hits& hits) const {
    hits.found.clear();
    if (!hits.apart.empty()) hits.apart.clear();  // which takes its time
    if (before) {
        const auto behind =
            std::find_if(letters.begin(), letters.end(), [&](const Letter& one) { return one.at >= before->end; });
        find_words(text, {behind, letters.end()}, before->number, hits);
    }
    find_words(text, letters, 0, hits);
}

void LabelIndex::find_words(std::string_view text, std::span<const Letter> letters, int ordinal, Hits& hits) const {
    const std::size_t known = hits.found.size();
    const State* state = letters.empty() ? nullptr : step_from_root(letters.front().code);
    // Nearly all that begins like a label ends after a letter or two, and nearly all labels stand there in one piece.
    for (std::size_t i = 1; state; ++i) {
        if (state->ends > 0)
            hits.found.push_back({ends_of(*state), ordinal,
                i < letters.size() ? letters[i].at : static_cast<std::uint32_t>(text.size())});
        if (state->edges == 0 || i == letters.size()) break;
        const State* const next = step(*state, letters[i].code);
        if (!next && is_filler(letters[i].code)) find_parted(text, letters, {state, i}, known, ordinal, hits);
        state = next;
    }
    std::reverse(hits.found.begin() + static_cast<std::ptrdiff_t>(known), hits.found.end());
}

void LabelIndex::find_parted(std::string_view text, std::span<const Letter> letters, Begun begun, std::size_t known,
    int ordinal, Hits& hits) const {
    const State* state = begun.state;
    bool apart = false;
    labels::walk(
        labels::LetterCursor(letters.subspan(begun.letters), text.size()),
        [&](const labels::LetterCursor& at, bool broken) {
            if (state->edges == 0) return false;
            apart = broken && skip_stray_line(text, at.place()) != at.place();
            const State* next = apart ? nullptr : step(*state, at.code());
            if (!next) return false;
            state = next;
            if (state->ends > 0)
                hits.found.push_back({ends_of(*state), ordinal, static_cast<std::uint32_t>(at.behind())});
            return true;
        },
        [](std::size_t place) { return place; }, begun.letters);
    if (apart) {
        // Some sets may have a label that goes on here, others one that goes on behind the stray line: each for itself.
        hits.found.resize(known);
        for (std::uint32_t set = 0; set < sets_.size(); ++set) {
            const auto hit = sets_[set]->match_words(text, letters.front().at);
            if (hit)
                hits.found.push_back({std::span(&hits.apart.emplace_back(End{set, hit->ids}), 1), ordinal, hit->end});
        }
    }
}

}  // namespace gouji
