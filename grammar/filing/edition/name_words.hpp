// SPDX-License-Identifier: Apache-2.0
// Owns: the words in and around names of organs, folded as the text is, the longest of each list first.
// Refuses: to say what they make of a name (grammar/filing/head/organ_name.hpp does).
#pragma once

#include "engine/model/form.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Words of which the longest that fits is taken.
class WordList {
public:
    WordList() = default;
    explicit WordList(const std::vector<std::string>& words);

    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] const std::vector<std::string>& all() const { return words_; }
    /// The longest word that the text begins or ends with; empty where there is none.
    [[nodiscard]] std::string_view beginning(std::string_view text) const;
    [[nodiscard]] std::string_view ending(std::string_view text) const;
    [[nodiscard]] bool is_in(std::string_view text) const;

private:
    /// A character that words begin or end with, and one of these.
    struct Entry {
        char32_t letter = 0;
        std::size_t word = 0;
    };
    [[nodiscard]] std::string_view longest(const std::vector<Entry>& entries, char32_t letter, auto fits) const;

    std::vector<std::string> words_;
    std::vector<Entry> first_;  ///< by character, and then as the words are
    std::vector<Entry> last_;
};

struct NameWords {
    NameWords() = default;
    explicit NameWords(const Form::Names& names);

    WordList endings;
    WordList not_endings;
    WordList before;
    WordList after;
    WordList others;
    WordList never;
    WordList generic;
    WordList unplaced;
    WordList placed;
    WordList departments;
    WordList cited;
};

}  // namespace gouji
