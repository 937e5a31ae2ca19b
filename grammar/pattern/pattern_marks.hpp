// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, which patterns may be in a sentence, by pairs of letters and letters that they need: most
// sentences say nothing that any pattern asks about.
// Refuses: to change a result: a pattern that it leaves out does not match anywhere in the sentence, as the test
// "patterns: neither the index nor the marks ever leave out one that matches" holds.
// Without it a report takes 34% more instructions; without the letters that patterns need, 1% more.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/pattern/pattern.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gouji {

class PatternMarks {
public:
    PatternMarks() = default;
    explicit PatternMarks(const std::vector<const Pattern*>& patterns);

    /// The places of the patterns that may match somewhere among the letters, in their order. A pattern that is not
    /// among them does not.
    void find(std::span<const Letter> letters, std::vector<int>& found) const;

private:
    void add_pair(Pattern::LetterPair pair, std::vector<int>& found) const;
    void drop_unneeded(std::span<const Letter> letters, std::vector<int>& found) const;

    struct Entry {
        Pattern::LetterPair pair;
        int pattern = 0;
    };
    CharacterPairs pairs_;                       ///< of the entries
    std::vector<Entry> entries_;                 ///< sorted: of each pattern the pairs of one of its marks
    std::vector<int> always_;                    ///< those that have no mark
    std::vector<std::vector<char32_t>> needed_;  ///< letters, of each pattern
};

}  // namespace gouji
