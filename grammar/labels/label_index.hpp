// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, several sets of labels as one automaton, so that a text is walked once for all of them.
// Refuses: to change a result: of each set it finds what that set alone finds (LabelSet::match), as the test
// "labels: several sets together find what each finds alone" holds. Without it a report takes 11% more instructions.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/labels/label_sieve.hpp"
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

    /// Where a label of any set or an ordinal may begin.
    [[nodiscard]] const LabelSieve& beginnings() const { return beginnings_; }

    /// The label of a set that ends at a place.
    struct LabelEnd {
        std::uint32_t set = 0;
        const std::vector<std::pair<int, int>>* ids = nullptr;
    };
    /// Labels that begin and end at the same two places.
    struct FoundLabels {
        std::span<const LabelEnd> ends;
        int ordinal = 0;
        std::uint32_t end = 0;
    };
    /// What was found at a place. Of each set the first counts: a label after an ordinal before one in its place, a
    /// longer one before a shorter one.
    struct Hits {
        std::vector<FoundLabels> found;
        std::deque<LabelEnd> apart;  ///< labels that sets found each for itself
    };
    /// Finds the labels of all sets that begin with the first of the letters, which go to the end of the text; `before`
    /// is the ordinal there.
    void find_labels(
        std::string_view text, std::span<const Letter> letters, const std::optional<Ordinal>& before, Hits& hits) const;

private:
    /// Some of the sets, each with the state in which it is.
    using Sources = std::vector<std::pair<std::uint32_t, int>>;
    struct JointState {
        std::uint32_t first_edge = 0;
        std::uint32_t edges = 0;
        std::uint32_t first_end = 0;
        std::uint32_t ends = 0;  ///< the sets that have a label which ends here
    };
    struct Edge {
        char32_t code = 0;
        std::uint32_t to = 0;
    };
    /// The first letters of a label, and the state after them.
    struct BegunLabel {
        const JointState* state;
        std::size_t letters;
    };
    /// Labels of words, without an ordinal before them.
    void find_words(std::string_view text, std::span<const Letter> letters, int ordinal, Hits& hits) const;
    /// Goes on where signs, blanks or line ends part the letters of a label; `known` were found at other places.
    void find_parted_words(std::string_view text, std::span<const Letter> letters, BegunLabel begun, std::size_t known,
        int ordinal, Hits& hits) const;
    void add_beginnings();
    [[nodiscard]] std::span<const Edge> edges_of(const JointState& state) const {
        return std::span(edges_).subspan(state.first_edge, state.edges);
    }
    [[nodiscard]] std::span<const LabelEnd> ends_of(const JointState& state) const {
        return std::span(ends_).subspan(state.first_end, state.ends);
    }
    /// The successors of a state that is all of these together, by character; its ends are noted.
    std::map<char32_t, Sources> steps_of(const Sources& sources, JointState& state);
    /// The state after a character; none where no label goes on so.
    [[nodiscard]] const JointState* step(const JointState& from, char32_t code) const {
        constexpr std::uint32_t few = 8;  // edges, as most states have: looked at one by one
        if (from.edges > few) return step_from_many(from, code);
        for (const Edge& edge : edges_of(from)) {
            if (edge.code == code) return &states_[edge.to];
        }
        return nullptr;
    }
    [[nodiscard]] const JointState* step_from_many(const JointState& from, char32_t code) const;
    [[nodiscard]] const JointState* step_from_root(char32_t code) const;

    std::vector<std::shared_ptr<const LabelSet>> sets_;
    std::vector<JointState> states_;
    std::vector<Edge> edges_;       ///< those of each state in one stretch, sorted
    std::vector<LabelEnd> ends_;    ///< those of each state in one stretch
    CharacterNumbers after_first_;  ///< the state after each character that a label begins with
    LabelSieve beginnings_;
};

}  // namespace gouji
