// SPDX-License-Identifier: Apache-2.0
// Owns: several sets of labels as one automaton, so that a text is gone through once for all of them.
// Refuses: to differ from them: of each set it finds what that set alone finds.
#pragma once

#include "grammar/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
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

    /// A label of the set with that number.
    struct Found {
        std::uint32_t set = 0;
        LabelSet::Hit hit;
    };
    /// What labels begin with.
    [[nodiscard]] const CharacterFilter& first() const { return begin_.first(); }
    /// False when no label of any set begins with these two, 0 for the end of the text, and no ordinal stands there: nearly everywhere.
    [[nodiscard]] bool may_begin_with(char32_t one, char32_t two) const { return begin_.may_hold(one, two); }
    /// The longest label of each set that begins at `at`, where `before` is the ordinal there: in `found`, in no order.
    void find(std::string_view text, std::size_t at, const std::optional<Ordinal>& before, std::vector<Found>& found) const;

private:
    /// Some of the sets, each with the state in which it is.
    using Sources = std::vector<std::pair<std::uint32_t, int>>;
    void find_words(std::string_view text, std::size_t at, std::vector<Found>& found) const;
    static void keep_best(std::vector<Found>& found, std::size_t known);

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
    /// What follows a state that stands for all of these, by character; its ends are noted.
    std::map<char32_t, Sources> steps_of(const Sources& sources, State& state);
    [[nodiscard]] const Edge* step(const State& from, char32_t code) const;

    std::vector<std::shared_ptr<const LabelSet>> sets_;
    std::vector<State> states_;
    std::vector<Edge> edges_;  ///< of each state in one stretch, sorted
    std::vector<std::pair<std::uint32_t, const std::vector<std::pair<int, int>>*>> ends_;  ///< set, and the ids of its label
    LabelBeginnings begin_;
};

}  // namespace gouji
