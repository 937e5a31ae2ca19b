// SPDX-License-Identifier: Apache-2.0
// Owns: several sets of labels as one automaton, so that a text is gone through once for all of them.
// Refuses: to differ from them: of each set it finds what that set alone finds.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/labels/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

class LabelIndex {
public:
    LabelIndex() = default;
    explicit LabelIndex(std::vector<std::shared_ptr<const LabelSet>> sets);

    /// How many sets there are; a set is known by its place among them.
    [[nodiscard]] std::size_t size() const { return sets_.size(); }
    [[nodiscard]] const std::shared_ptr<const LabelSet>& set(std::size_t number) const { return sets_[number]; }

    /// The label of a set that ends at a place.
    struct End {
        std::uint32_t set = 0;
        const std::vector<std::pair<int, int>>* ids = nullptr;
    };
    /// Labels that begin and end at the same two places.
    struct Found {
        std::span<const End> ends;
        int ordinal = 0;
        std::uint32_t end = 0;
    };
    /// The first letter from `from` on that a label of any set or an ordinal may begin with; the number of letters
    /// where there is none. Nearly every letter is passed over by a look at it and the one behind it.
    [[nodiscard]] std::size_t find_beginning(std::span<const Letter> letters, std::size_t from) const;
    /// What was found at a place. Of a set the first counts: a label behind the ordinal before one in its stead, a
    /// longer one before a shorter.
    struct Hits {
        std::vector<Found> found;
        std::deque<End> apart;  ///< those that sets found each for itself
    };
    /// Finds the labels of all sets that begin with the first of the letters, which go to the end of the text; `before`
    /// is the ordinal there.
    void find(
        std::string_view text, std::span<const Letter> letters, const std::optional<Ordinal>& before, Hits& hits) const;

private:
    /// Some of the sets, each with the state in which it is.
    using Sources = std::vector<std::pair<std::uint32_t, int>>;
    void find_words(std::string_view text, std::span<const Letter> letters, int ordinal, Hits& hits) const;
    struct State {
        std::uint32_t first_edge = 0;
        std::uint32_t edges = 0;
        std::uint32_t first_end = 0;
        std::uint32_t ends = 0;  ///< the sets that have a label which ends here
    };
    struct Edge {
        char32_t code = 0;
        std::uint32_t to = 0;
    };
    /// The first letters of a label, and the state behind them.
    struct Begun {
        const State* state;
        std::size_t letters;
    };
    /// Goes on where signs, blanks or line ends part the letters of a label; `known` were found at other places.
    void find_parted(std::string_view text, std::span<const Letter> letters, Begun begun, std::size_t known,
        int ordinal, Hits& hits) const;
    void add_beginnings();
    /// Whether a label or an ordinal may begin with the first two of these letters as they go on: half of those that
    /// begin like one do.
    [[nodiscard]] bool goes_on(std::span<const Letter> letters) const;
    static char32_t pair_of(char32_t one, char32_t two) { return one * 31 + two; }
    [[nodiscard]] std::span<const Edge> edges_of(const State& state) const {
        return std::span(edges_).subspan(state.first_edge, state.edges);
    }
    [[nodiscard]] std::span<const End> ends_of(const State& state) const {
        return std::span(ends_).subspan(state.first_end, state.ends);
    }
    /// What follows a state that stands for all of these, by character; its ends are noted.
    std::map<char32_t, Sources> steps_of(const Sources& sources, State& state);
    /// The state behind a character; none where no label goes on so.
    [[nodiscard]] const State* step(const State& from, char32_t code) const {
        constexpr std::uint32_t few = 8;  // as nearly all states have: looked at one by one
        if (from.edges > few) return step_from_many(from, code);
        for (const Edge& one : edges_of(from)) {
            if (one.code == code) return &states_[one.to];
        }
        return nullptr;
    }
    [[nodiscard]] const State* step_from_many(const State& from, char32_t code) const;
    [[nodiscard]] const State* step_from_root(char32_t code) const;

    std::vector<std::shared_ptr<const LabelSet>> sets_;
    std::vector<State> states_;
    std::vector<Edge> edges_;  ///< of each state in one stretch, sorted
    std::vector<End> ends_;    ///< of each state in one stretch
    CharacterFilter firsts_;   ///< the first letters of all below
    CharacterPairs pairs_;     ///< what labels and ordinals begin with
    CharacterPairs whole_;     ///< those of them that are all of one, or that anything may follow
    CharacterPairs triples_;   ///< what labels that are longer begin with
    CharacterFilter alone_;    ///< those that one character is enough for
    CharacterNumbers first_;   ///< the state behind each character that a label begins with
};

}  // namespace gouji
