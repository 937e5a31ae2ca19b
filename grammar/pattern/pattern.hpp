// SPDX-License-Identifier: Apache-2.0
// Owns: the pattern language of form files: literal text, [optional], (either|or), … (a gap inside one clause),
// {capture}.
// Refuses: to repeat anything without bound; a pattern costs at most a fixed number of steps at each place.
//
// ASCII brackets are signs of the language, full-width ones are literal. Literal text is folded as the text is, and
// blanks and single line ends may stand between its characters.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/base/span.hpp"
#include "engine/source/text.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/number.hpp"

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
    /// {机关}: a name of 4 to 40 Han characters that begins where Han characters begin, or a shorter one of a place:
    /// 望江县, 沛县
    organ,
    year,  ///< {年份}: 2022, 二〇二二
    date,  ///< {日期}: 2023年1月13日, 2023-01-13
};

struct PatternStep {
    enum class Kind : std::uint8_t { literal, capture, gap, split, jump, end };
    Kind kind = Kind::end;
    char32_t code = 0;  ///< literal
    int name = 0;       ///< capture: into `captures`
    int next = 0;       ///< split and jump
    int other = 0;      ///< split: tried second
    int behind = 0;     ///< gap, and capture of a name: into `behind`
};

class Pattern {
public:
    struct Named {
        std::string name;
        Capture kind = Capture::figure;
    };
    /// Two Han characters with nothing but blanks between them.
    using LetterPair = std::pair<char32_t, char32_t>;
    /// Of the branches of a mark one is there, with all of its pairs.
    using Mark = std::vector<std::vector<LetterPair>>;
    std::vector<PatternStep> steps;  ///< none where the pattern has a mistake: it matches nothing
    std::vector<Named> captures;
    std::vector<char32_t> needed;         ///< letters that every match has: without one of them none is looked for
    std::vector<Mark> marks;              ///< each of which every match has
    std::vector<CharacterFilter> behind;  ///< what can stand behind each gap and each name, whose ends are looked for

    struct Captured {
        int name = 0;
        Span span;
    };
    struct Match {
        std::size_t end = 0;
        std::vector<Captured> captures;
    };
    /// Tries the pattern at `at` of the normalised text that the figures are of, not beyond `limit`.
    [[nodiscard]] std::optional<Match> match(FigureReader& figures, std::size_t at, std::size_t limit) const;

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
    /// Fills `needed` and `behind`; to be called when all steps are there.
    void prepare();

private:
    void find_needed();
};

/// Several patterns in their order, and which of them may begin at a place: so that a text is gone through once for
/// all.
class PatternIndex {
public:
    PatternIndex() = default;
    explicit PatternIndex(const std::vector<const Pattern*>& patterns);

    /// What some of the patterns may begin with.
    [[nodiscard]] CharacterFilter beginnings_of(std::span<const int> patterns) const;

    /// The places of the patterns that may match at the letter, where no blank stands, in their order. A pattern that
    /// is not among them does not.
    void find(FigureReader& figures, const Letter& letter, std::size_t limit, std::vector<int>& found) const {
        found.clear();
        // Nearly everywhere none begins, which is said without a search.
        if (may_begin_.may_hold(letter.code) || (!names_.empty() && utf8::is_han(letter.code)))
            search(figures, letter, limit, found);
    }

private:
    void search(FigureReader& figures, const Letter& letter, std::size_t limit, std::vector<int>& found) const;

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

    /// What one pattern may begin with.
    struct Beginning {
        std::vector<char32_t> codes;
        bool number = false;
        bool anything = false;  ///< or a name of any characters
    };
    std::vector<Beginning> beginnings_;  ///< of each
    CharacterFilter may_begin_;          ///< with any of the characters below, or a number
    ByLetter letters_;
    std::vector<int> numerals_;
    std::vector<int> names_;
    std::vector<int> anything_;
    ByLetter behind_figures_;   ///< by the character behind a figure that the pattern begins with
    std::vector<int> figures_;  ///< those of which nothing is known behind their figure
};

/// Patterns in the order in which they are tried, with their index.
struct PatternList {
    PatternList() = default;
    explicit PatternList(std::vector<Pattern> all);

    [[nodiscard]] std::vector<const Pattern*> each() const;

    std::vector<Pattern> patterns;
    PatternIndex index;
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
/// What `parse_pattern` finds wrong, without the pattern.
std::vector<PatternMistake> check_pattern(std::string_view text);

/// All texts that a pattern without gaps and captures stands for, for labels; at most 512.
struct Expanded {
    std::vector<std::string> texts;
    std::vector<PatternMistake> mistakes;
};
Expanded expand_pattern(std::string_view text);

}  // namespace gouji
