// SPDX-License-Identifier: Apache-2.0
// Owns: the pattern language of form files: literal text, [optional], (either|or), … (a gap inside one clause), {capture}.
// Refuses: to repeat anything without bound; a pattern costs at most a fixed number of steps at each place.
//
// ASCII brackets are signs of the language, full-width ones are literal. Literal text is folded as the text is, and
// blanks and single line ends may stand between its characters.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/base/span.hpp"
#include "engine/source/text.hpp"
#include "grammar/characters.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// What a capture takes.
enum class Capture : std::uint8_t {
    figure,  ///< a number with its unit
    organ,   ///< {机关}: a name of 4 to 40 Han characters that begins where Han characters begin
    year,    ///< {年份}: 2022, 二〇二二
    date,    ///< {日期}: 2023年1月13日, 2023-01-13
};

struct PatternStep {
    enum class Kind : std::uint8_t { literal, capture, gap, split, jump, end };
    Kind kind = Kind::end;
    char32_t code = 0;      ///< literal
    int name = 0;           ///< capture: into `captures`; gap: into `behind_gaps`
    int next = 0;           ///< split and jump
    int other = 0;          ///< split: tried second
};

class Pattern {
public:
    struct Named {
        std::string name;
        Capture kind = Capture::figure;
    };
    std::vector<PatternStep> steps;  ///< none where the pattern has a mistake: it matches nothing
    std::vector<Named> captures;
    std::vector<char32_t> needed;   ///< letters that every match has: without one of them none is looked for
    std::vector<CharacterFilter> behind_gaps;  ///< what can stand behind each gap; a gap's `name` is its place here

    struct Captured {
        int name = 0;
        Span span;
    };
    struct Match {
        std::size_t end = 0;
        std::vector<Captured> captures;
    };
    /// Tries the pattern at `at` of normalised text, not beyond `limit`.
    [[nodiscard]] std::optional<Match> match(std::string_view text, std::size_t at, std::size_t limit, const std::vector<std::string>& units) const;

    /// What a match can begin with, from one step of the pattern on.
    struct First {
        std::vector<char32_t> codes;
        bool figure = false;   ///< a number with its unit, and then what `behind` says
        bool numeral = false;  ///< digits or characters of numerals
        bool name = false;     ///< a name of Han characters
        bool anything = false;
        std::vector<std::size_t> behind;  ///< steps behind the figures that it can begin with
    };
    [[nodiscard]] First first_from(std::size_t step) const;
    /// Fills `needed` and `behind_gaps`; to be called when all steps are there.
    void prepare();

private:
    [[nodiscard]] bool ends_without(char32_t letter) const;
};

/// Several patterns in their order, and which of them may begin at a place: so that a text is gone through once for all.
class PatternIndex {
public:
    PatternIndex() = default;
    explicit PatternIndex(const std::vector<const Pattern*>& patterns);

    /// The places of the patterns that may match at the letter, where no blank stands, in their order. A pattern that is not
    /// among them does not.
    void find(std::string_view text, const Letter& letter, std::size_t limit, const std::vector<std::string>& units, std::vector<int>& found) const {
        found.clear();
        // Nearly everywhere none begins, which is said without a search.
        if (may_begin_.may_hold(letter.code) || (!names_.empty() && utf8::is_han(letter.code))) search(text, letter, limit, units, found);
    }

private:
    void search(std::string_view text, const Letter& letter, std::size_t limit, const std::vector<std::string>& units, std::vector<int>& found) const;
    using Entry = std::pair<char32_t, int>;
    static void look_up(const std::vector<Entry>& entries, char32_t code, std::vector<int>& found);

    CharacterFilter may_begin_;     ///< with any of the characters below, or a number
    std::vector<Entry> letters_;    ///< sorted: character and pattern
    std::vector<int> numerals_;
    std::vector<int> names_;
    std::vector<int> anything_;
    std::vector<Entry> behind_figures_;  ///< the character behind a figure that the pattern begins with
    std::vector<int> figures_;           ///< those of which nothing is known behind their figure
};

/// Patterns in the order in which they are tried, with their index.
struct PatternList {
    PatternList() = default;
    explicit PatternList(std::vector<Pattern> all);

    std::vector<Pattern> patterns;
    PatternIndex index;
};

/// Several patterns, and the letters without which they do not match: most sentences have none of them.
class PatternLetters {
public:
    PatternLetters() = default;
    explicit PatternLetters(const std::vector<const Pattern*>& patterns);

    /// The places of the patterns that may match somewhere among the letters, in no order. A pattern that is not among them does not.
    void find(std::span<const Letter> letters, std::vector<int>& found) const;

private:
    /// Some of the letters that patterns need, by their numbers. What is beyond the last is not asked for.
    using Needs = std::array<std::uint64_t, 8>;
    static constexpr std::size_t most_needs = std::tuple_size_v<Needs> * 64;

    CharacterNumbers numbers_;           ///< of needed letters, from 1 on; 0 is any other
    Needs keys_{};
    std::vector<std::vector<int>> by_key_;  ///< by number: the patterns of which this is the letter that fewest others need too
    std::vector<int> always_;            ///< those that need none
    std::vector<Needs> needed_;          ///< of each pattern
};

/// The punctuation that ends a clause, and with it a gap.
bool parts_clauses(char32_t code);

struct PatternMistake {
    Diagnostic diagnostic;
    Span span;  ///< bytes of the pattern
};

struct ParsedPattern {
    Pattern pattern;
    std::vector<PatternMistake> mistakes;
};

ParsedPattern parse_pattern(std::string_view text);

/// All texts that a pattern without gaps and captures stands for, for labels; at most 512.
struct Expanded {
    std::vector<std::string> texts;
    std::vector<PatternMistake> mistakes;
};
Expanded expand_pattern(std::string_view text);

}  // namespace gouji
