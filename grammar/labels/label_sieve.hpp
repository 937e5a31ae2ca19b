// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, at which letters of a text a label or an ordinal may begin, by the two or three letters there.
// Refuses: to change a result: where it says no, none begins, as the test
// "labels: several sets together find what each finds alone" holds.
// Without it a report takes 8% more instructions.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/lexical/characters.hpp"

#include <cstddef>
#include <span>

namespace gouji {

class LabelSieve {
public:
    /// Lets ordinals pass.
    LabelSieve();

    /// Called once where labels of digits are added: two digits are then not only figures and ordinals.
    void let_digits_begin_labels() { digits_begin_labels_ = true; }
    /// Lets labels pass: those of one letter, those that begin with two letters, and are either just these, or go on
    /// with a third.
    void add_single(char32_t first);
    void add_pair(char32_t first, char32_t second);
    void add_whole_pair(char32_t first, char32_t second);
    void add_triple(char32_t first, char32_t second, char32_t third);

    /// The first letter from `from` on where a label or an ordinal may begin; the number of letters where there is
    /// none.
    [[nodiscard]] std::size_t find(std::span<const Letter> letters, std::size_t from) const;

private:
    [[nodiscard]] bool may_begin(char32_t first, char32_t second) const;
    /// Whether the first two of these letters, which may begin a label, may go on as they do: half of them do not.
    [[nodiscard]] bool may_go_on(std::span<const Letter> letters) const;

    CharacterFilter singles_;     ///< letters that are enough alone
    CharacterPairs pairs_;        ///< the first two letters of all below
    CharacterPairs whole_pairs_;  ///< a label or an ordinal each, or may be followed by anything
    CharacterPairs triples_;
    bool digits_begin_labels_ = false;
};

}  // namespace gouji
