// SPDX-License-Identifier: Apache-2.0
// Owns: a sentence as words of the lexicon, figures, times and marks.
// Refuses: to say what they mean together; the grammar of clauses does.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/known_words.hpp"
#include "grammar/filing/prose/private_reporter_names.hpp"
#include "grammar/lexical/number.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The signs that the grammar of clauses reads, besides those of words.
struct ClauseSigns {
    static constexpr char figure = 'F';
    static constexpr char percent = 'S';
    static constexpr char quoted = 'q';
    static constexpr char unknown = '?';
    static constexpr char linked = '&';
    static constexpr char end = 'e';
};
/// Of a word, by its class.
char sign_of(WordClass word_class);

/// A figure of the prose, as printed.
struct StatedFigure {
    Figure figure;
    Span span;  ///< of the normalised text
};

struct Token {
    char sign = ClauseSigns::unknown;
    WordClass word_class = WordClass::plain;
    ValueSet value = 0;
    Span span;                             ///< of the normalised text
    const StatedFigure* figure = nullptr;  ///< of a figure or a share
};

/// 2022年1月1日至12月31日
struct PrintedTime {
    std::optional<int> year;
    int first_month = 0;
    int last_month = 0;
    bool quarter = false;
    std::size_t end = 0;  ///< the letter after it
};

/// What the words are read with.
struct TokenContext {
    std::string_view text;
    const KnownWords& words;
    const ReporterNames& own;
    std::span<const std::string> units;
    std::optional<int> year;  ///< of the report
};

class TokenReader {
public:
    explicit TokenReader(const TokenContext& context);

    /// The tokens of letters, up to `limit` of the text; good until the next call. `signs` has one sign for each.
    void read(std::span<const Letter> letters, std::uint32_t limit);
    /// Figures of tokens are good until this is called.
    void forget_figures() { figures_.clear(); }
    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
    [[nodiscard]] std::string_view signs() const { return signs_; }

private:
    void read_all(std::size_t first, std::size_t last);
    std::size_t read_one(std::size_t at, std::size_t last);
    std::size_t read_number(std::size_t at);
    std::size_t read_time(std::size_t at);
    [[nodiscard]] ValueSet when_of(const PrintedTime& time, std::size_t at) const;
    std::size_t read_numeral(std::size_t at, std::size_t longer_than);
    std::size_t read_quoted(std::size_t at, std::size_t last);
    std::size_t read_ordinal_at(std::size_t at);
    void add(
        char sign, std::size_t first, std::size_t last, WordClass word_class = WordClass::plain, ValueSet value = 0);
    void add_figure(char sign, std::size_t first, std::size_t last, const Figure& figure);
    [[nodiscard]] std::size_t letter_at(std::size_t from, std::size_t byte) const;
    [[nodiscard]] std::size_t end_of_days(std::size_t at) const;

    TokenContext context_;
    ValueSet own_value_, this_year_, last_year_, next_year_, other_time_;
    std::uint32_t limit_ = 0;
    std::vector<char32_t> codes_;        ///< of the letters without blanks
    std::vector<std::uint32_t> places_;  ///< where each is, and where the last one ends
    std::vector<char> line_starts_;      ///< whether a line begins there
    std::size_t heading_end_ = 0;        ///< where the line of a heading ends
    std::deque<StatedFigure> figures_;
    std::vector<Token> tokens_;
    std::string signs_;
};

}  // namespace gouji
