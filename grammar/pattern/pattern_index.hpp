// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, which of several patterns may begin at a letter, so that a text is walked once for all of them.
// Refuses: to change a result: a pattern that it leaves out does not match there, as the test
// "patterns: neither the index nor the marks ever leave out one that matches" holds.
// Without its choice among the patterns by letter a report takes 2% more instructions.
#pragma once

#include "engine/base/utf8.hpp"
#include "engine/source/text.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/number.hpp"
#include "grammar/pattern/pattern.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gouji {

class PatternIndex {
public:
    PatternIndex() = default;
    explicit PatternIndex(const std::vector<const Pattern*>& patterns);

    /// The characters that some of the patterns may begin with.
    [[nodiscard]] CharacterFilter beginnings_of(std::span<const int> patterns) const;

    /// The places of the patterns that may match at the letter, which is not a blank, in their order. A pattern that is
    /// not among them does not match.
    void find(FigureReader& figures, const Letter& letter, std::size_t limit, std::vector<int>& found) const {
        found.clear();
        // At most letters none begins.
        if (may_begin_.may_hold(letter.code) || (!names_.empty() && utf8::is_han(letter.code)))
            search(figures, letter, limit, found);
    }

private:
    void search(FigureReader& figures, const Letter& letter, std::size_t limit, std::vector<int>& found) const;
    void search_figure(FigureReader& figures, std::size_t at, std::size_t limit, std::vector<int>& found) const;

    /// For some characters, which patterns.
    class ByLetter {
    public:
        void add(char32_t code, int pattern) { entries_.emplace_back(code, pattern); }
        /// To be called when all are there: in the order of the patterns for each letter, which one may begin with in
        /// several ways.
        void sort();
        [[nodiscard]] bool empty() const { return entries_.empty(); }
        void find(char32_t code, std::vector<int>& found) const {
            const std::size_t bucket = code % buckets;
            for (std::uint32_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
                if (entries_[i].first == code) found.push_back(entries_[i].second);
            }
        }

    private:
        static constexpr std::size_t buckets = 256;
        std::vector<std::pair<char32_t, int>> entries_;  ///< bucket by bucket
        std::array<std::uint32_t, buckets + 1> starts_{};
    };

    /// The beginning of one pattern.
    struct FirstLetters {
        std::vector<char32_t> codes;
        bool number = false;
        bool anything = false;  ///< or a name of any characters
    };
    std::vector<FirstLetters> first_letters_;  ///< of each
    CharacterFilter may_begin_;                ///< all characters below, and numbers
    ByLetter letters_;
    std::vector<int> numerals_;
    std::vector<int> names_;
    std::vector<int> anything_;
    ByLetter after_figures_;    ///< by the character after a figure that the pattern begins with
    std::vector<int> figures_;  ///< those that may have anything after their figure
};

/// Patterns in the order in which they are tried, with their index.
struct PatternList {
    PatternList() = default;
    explicit PatternList(std::vector<Pattern> all);

    [[nodiscard]] std::vector<const Pattern*> each() const;

    std::vector<Pattern> patterns;
    PatternIndex index;
};

}  // namespace gouji
