// SPDX-License-Identifier: Apache-2.0
// Owns: the words of a lexicon made ready: the longest one that begins at a letter, and the numbers of their values.
// Refuses: to say what words mean together; grammar/filing/prose does.
#pragma once

#include "engine/base/utf8.hpp"
#include "engine/model/lexicon.hpp"
#include "grammar/lexical/characters.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Values of one class, each a bit.
using ValueSet = std::uint64_t;
inline constexpr std::size_t most_values = 64;  ///< of a class

/// Of a word of `part`: 分别为 gives each of the things before it a figure of those behind it.
inline constexpr ValueSet respective = 1;

/// Of `what`: a row of a table, by its name.
inline constexpr std::string_view row_value = "行";

struct KnownWord {
    WordClass word_class = WordClass::plain;
    ValueSet value = 0;       ///< one bit; none for classes without values
    std::size_t letters = 0;  ///< how long it is
};

class KnownWords {
public:
    KnownWords();

    /// The number of a value as a bit; given on the first call. Nothing when the class has too many.
    std::optional<ValueSet> give(WordClass word_class, const std::string& value);
    /// The bit of a value that was given; nothing for others.
    [[nodiscard]] std::optional<ValueSet> find(WordClass word_class, std::string_view value) const;
    [[nodiscard]] const std::vector<std::string>& values(WordClass word_class) const {
        return values_[static_cast<std::size_t>(word_class)];
    }

    /// A spelling; where two words have the same one, the later counts, as a person's file comes after ours.
    void add(std::string_view spelling, WordClass word_class, ValueSet value);
    [[nodiscard]] bool empty() const { return nodes_.size() == 1; }

    /// Calls `use(word, letters)` for each.
    template <class Use>
    void each_word(const Use& use) const {
        std::u32string letters;
        for (const std::int32_t first : first_) {
            if (first != none) each_word_from(first, letters, use);
        }
    }

    /// Calls `use(one, two)` for two letters that are beside each other in words; once for all that begin alike.
    template <class Use>
    void each_pair(const Use& use) const {
        for (const Node& node : nodes_) {
            for (std::int32_t at = node.child; at != none; at = nodes_[static_cast<std::size_t>(at)].next)
                use(node.code, nodes_[static_cast<std::size_t>(at)].code);
        }
    }

    /// The longest word that begins with the first of these letters, which are without blanks.
    [[nodiscard]] std::optional<KnownWord> longest(std::span<const char32_t> letters) const;

private:
    static constexpr std::int32_t none = -1;
    struct Node {
        char32_t code = 0;
        std::int32_t child = none;  ///< the first of its children
        std::int32_t next = none;   ///< the next child of the same parent
        std::int32_t word = none;
    };
    [[nodiscard]] std::int32_t child(std::int32_t node, char32_t code) const;
    template <class Use>
    void each_word_from(std::int32_t from, std::u32string& letters, const Use& use) const {
        const Node& node = nodes_[static_cast<std::size_t>(from)];
        letters += node.code;
        if (node.word != none) use(words_[static_cast<std::size_t>(node.word)], std::u32string_view(letters));
        for (std::int32_t at = node.child; at != none; at = nodes_[static_cast<std::size_t>(at)].next)
            each_word_from(at, letters, use);
        letters.pop_back();
    }

    std::array<std::vector<std::string>, slot_count> values_;
    std::vector<Node> nodes_ = std::vector<Node>(1);
    std::vector<std::int32_t> first_;  ///< by the number of a letter, the node of words that begin with it
    CharacterNumbers numbers_;
    std::vector<KnownWord> words_;
};

}  // namespace gouji
