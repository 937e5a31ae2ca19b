// SPDX-License-Identifier: Apache-2.0
// Owns: a compiled pattern of the language of form files, and how it matches: literal text, [optional], (either|or),
// … (a gap inside one clause), {capture}.
// Refuses: to repeat anything without bound; a pattern costs at most a fixed number of steps at each place.
//
// ASCII brackets are signs of the language, full-width ones are literal. Literal text is folded as the text is, and
// blanks and single line ends may be between its characters.
#pragma once

#include "engine/base/span.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/number.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// The text that a capture matches.
enum class Capture : std::uint8_t {
    figure,  ///< a number with its unit
    /// {机关}: a name of 4 to 40 Han characters that begins where Han characters begin, or a shorter one whose last
    /// character says what it names: 望江县, 沛县, 水利部
    organ,
    year,  ///< {年份}: 2022, 二〇二二
    date,  ///< {日期}: 2023年1月13日, 2023-01-13, 二〇二三年一月十三日, 20230113
};

struct PatternStep {
    enum class Kind : std::uint8_t { literal, capture, gap, split, jump, end };
    Kind kind = Kind::end;
    char32_t code = 0;  ///< literal
    int name = 0;       ///< capture: into `captures`
    int next = 0;       ///< split and jump
    int other = 0;      ///< split: tried second
    int after = 0;      ///< gap, and capture of a name: into `after`
};

class Pattern {
public:
    struct NamedCapture {
        std::string name;
        Capture kind = Capture::figure;
    };
    /// Two Han characters with nothing but blanks between them.
    using LetterPair = std::pair<char32_t, char32_t>;
    /// Alternatives, one of which is in every match, with all of its pairs.
    using LetterMark = std::vector<std::vector<LetterPair>>;
    std::vector<PatternStep> steps;  ///< none where the pattern has a mistake: it matches nothing
    std::vector<NamedCapture> captures;
    std::vector<CharacterFilter> after;  ///< what can follow each gap and each name, whose ends are searched for
    // For speed only (pattern_marks.hpp):
    std::vector<LetterMark> marks;  ///< every match has each of these
    std::vector<char32_t> needed;   ///< letters that every match has

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

    /// The beginning of a match, from one step of the pattern on.
    struct Beginning {
        std::vector<char32_t> codes;
        bool figure = false;   ///< a number with its unit, and then what `after` says
        bool numeral = false;  ///< digits or characters of numerals
        bool name = false;     ///< a name of Han characters
        bool anything = false;
        std::vector<std::size_t> after;  ///< the steps after the figures that it can begin with
    };
    [[nodiscard]] Beginning beginning_from(std::size_t step) const;
    /// Fills `needed` and `after`; to be called when all steps are there.
    void prepare();

private:
    void find_needed();
};

/// The punctuation that ends a clause, and with it a gap.
bool parts_clauses(char32_t code);

}  // namespace gouji
