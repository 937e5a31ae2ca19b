// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, which sentences may state something: those that have a figure or speak of none or all, and that
// name what a form counts or have a list. Most sentences do not.
// Refuses: to change a result: what it leaves out has no such word for `TokenReader` either, as the test
// "clauses: a sentence is left out only if it has none of the words" holds.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/filing/edition/known_words.hpp"
#include "grammar/lexical/characters.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// Of each slot of a frame, values.
using SlotValues = std::array<ValueSet, slot_count>;

class PairCounts;

/// Letters, and pairs of them, of which each of some words has one.
class WordMarks {
public:
    /// Adds words; of those that have no mark, the pair that is rarest.
    void add(std::vector<std::u32string> words, const PairCounts& counts);
    void add(const CharacterFilter& letters) { single_.add(letters); }

    /// Blanks between the letters do not count.
    [[nodiscard]] bool may_be_among(std::span<const Letter> letters) const;

private:
    [[nodiscard]] bool marks(std::u32string_view word) const;
    [[nodiscard]] bool is_mark(char32_t one, char32_t two) const;

    CharacterFilter single_;
    CharacterPairs may_be_pairs_;                       ///< says no for most of those that are none
    std::vector<std::pair<char32_t, char32_t>> pairs_;  ///< sorted
};

class NamingWords {
public:
    NamingWords() = default;
    /// `names`: what is counted, or, for what is counted without a name, words that it needs. The marks are found when
    /// the first sentence is asked about, by whichever thread: most forms of a run read none.
    NamingWords(std::shared_ptr<const KnownWords> words, const SlotValues& names);

    /// A figure, or a word that says of none or of all.
    [[nodiscard]] bool may_state(std::span<const Letter> letters) const {
        return marks().stating.may_be_among(letters);
    }
    /// A word that names what is counted or begins a list, a year, or a bracket.
    [[nodiscard]] bool may_name(std::span<const Letter> letters) const { return marks().naming.may_be_among(letters); }
    /// 其中, 包括: the sentence tells of the one before it.
    [[nodiscard]] bool begins_list(std::span<const Letter> letters) const;
    /// Of `what`: the things that the form counts.
    [[nodiscard]] ValueSet counted() const { return counted_; }

private:
    struct Marks {
        WordMarks stating;
        WordMarks naming;
        CharacterFilter lists;  ///< the first letters of words that begin a list
    };
    struct Later {
        std::once_flag once;
        std::unique_ptr<const Marks> marks;
    };
    [[nodiscard]] const Marks& marks() const;
    [[nodiscard]] std::unique_ptr<const Marks> find_marks() const;

    std::shared_ptr<const KnownWords> words_;  ///< none in an edition that is not compiled
    SlotValues names_{};
    ValueSet counted_ = 0;
    std::shared_ptr<Later> later_ = std::make_shared<Later>();
};

}  // namespace gouji
