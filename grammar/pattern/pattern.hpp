// SPDX-License-Identifier: Apache-2.0
// Owns: the pattern language of form files: literal text, [optional], (either|or), … (a gap inside one clause), {capture}.
// Refuses: to repeat anything without bound; a pattern costs at most a fixed number of steps at each place.
//
// ASCII brackets are signs of the language, full-width ones are literal. Literal text is folded as the text is, and
// blanks and single line ends may stand between its characters.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/base/span.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
    int name = 0;           ///< capture: into `captures`
    int next = 0;           ///< split and jump
    int other = 0;          ///< split: tried second
};

class Pattern {
public:
    struct Named {
        std::string name;
        Capture kind = Capture::figure;
    };
    std::vector<PatternStep> steps;
    std::vector<Named> captures;

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
    /// False when no match can begin with this byte.
    [[nodiscard]] bool may_begin(char byte) const { return first_[static_cast<unsigned char>(byte)]; }
    void find_first();

private:
    std::array<bool, 256> first_{};
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
