// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_tokens.hpp"

#include "grammar/labels/labels.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

/// In the order of the classes.
constexpr std::string_view class_signs = "novwhtsArgNiTkcbBzp";

char sign_of_mark(char32_t code) {
    switch (code) {
        case U',': return ',';
        case U';': return ';';
        case U':': return ':';
        case U'(': return '(';
        case U')': return ')';
        case U'|': return ClauseSigns::end;
        case U'、':
        case U'和':
        case U'及':
        case U'与':
        case U'或': return ClauseSigns::linked;
        default: return ClauseSigns::unknown;
    }
}

/// The sign that closes what this one opens; 0 for others.
char32_t closing_of(char32_t code) {
    switch (code) {
        case U'“': return U'”';
        case U'‘': return U'’';
        case U'「': return U'」';
        case U'《': return U'》';
        case U'"': return U'"';
        default: return 0;
    }
}

constexpr std::u32string_view range_signs = U"至到-—–~";

/// A number with 年, 月 or 日, or what may be between two of them; false where the time has ended.
bool read_part_of_time(std::span<const char32_t> codes, PrintedTime& time) {
    const auto code = [&](std::size_t at) { return at < codes.size() ? codes[at] : char32_t{0}; };
    const auto is_range = [&](std::size_t at) { return range_signs.find(code(at)) != std::u32string_view::npos; };
    constexpr std::size_t longest = 4;
    int number = 0;
    std::size_t at = time.end;
    while (is_digit(code(at)) && at - time.end < longest) number = number * 10 + static_cast<int>(code(at++) - U'0');
    if (at == time.end) {
        // Between two numbers, or behind the last one: 至, 度, 底. A range has a number behind it.
        constexpr std::u32string_view behind = U"度底末份止起";
        const bool begun = time.year || time.last_month > 0;
        const bool more = begun && (behind.find(code(at)) != std::u32string_view::npos || code(at) == U'季');
        time.quarter = time.quarter || (more && code(at) == U'季');
        if (!more && !(begun && is_range(at) && is_digit(code(at + 1)))) return false;
        time.end = at + 1;
        return true;
    }
    constexpr int months = 12;
    const bool is_month = code(at) == U'月' || (is_range(at) && number <= months && is_digit(code(at + 1)));
    if (code(at) == U'年' && at - time.end == longest) time.year = number;
    else if (is_month) {
        if (time.first_month == 0) time.first_month = number;
        time.last_month = number;
    } else if (code(at) != U'日' && code(at) != U'号') return false;
    time.end = at + 1;
    return true;
}

}  // namespace

char sign_of(WordClass word_class) { return class_signs[static_cast<std::size_t>(word_class)]; }

TokenReader::TokenReader(const TokenContext& context)
    : context_(context),
      own_value_(*context.words.find(WordClass::whose, gouji::own_value)),
      this_year_(*context.words.find(WordClass::when, this_year_value)),
      last_year_(*context.words.find(WordClass::when, last_year_value)),
      next_year_(*context.words.find(WordClass::when, next_year_value)),
      other_time_(*context.words.find(WordClass::when, other_time_value)) {}

void TokenReader::read(std::span<const Letter> letters, std::uint32_t limit) {
    tokens_.clear();
    signs_.clear();
    limit_ = limit;
    heading_end_ = 0;
    codes_.resize(letters.size());
    places_.resize(letters.size() + 1);
    line_starts_.resize(letters.size());
    std::size_t size = 0;
    bool line_start = true;
    for (const Letter& letter : letters) {
        if (letter.code == U'\n') line_start = true;
        if (is_white(letter.code)) continue;
        codes_[size] = letter.code;
        places_[size] = letter.at;
        line_starts_[size] = line_start ? 1 : 0;
        line_start = false;
        ++size;
    }
    codes_.resize(size);
    places_.resize(size + 1);
    places_[size] = limit;
    read_all(0, codes_.size());
}

void TokenReader::read_all(std::size_t first, std::size_t last) {
    for (std::size_t at = first; at < last;) at = std::min(read_one(at, last), last);
}

void TokenReader::add(char sign, std::size_t first, std::size_t last, WordClass word_class, ValueSet value) {
    const std::uint32_t from = places_[first];
    const auto last_letter = places_[last - 1];
    const auto end = last_letter + static_cast<std::uint32_t>(utf8::length(context_.text[last_letter]));
    if (sign == ClauseSigns::unknown && !tokens_.empty() && tokens_.back().sign == ClauseSigns::unknown) {
        tokens_.back().span.end = end;
        return;
    }
    tokens_.push_back({sign, word_class, value, {from, end}, nullptr});
    signs_ += sign;
}

void TokenReader::add_figure(char sign, std::size_t first, std::size_t last, const Figure& figure) {
    add(sign, first, last);
    tokens_.back().figure = &figures_.emplace_back(StatedFigure{figure, tokens_.back().span});
}

/// The first letter from there on that is not before a byte of the text.
std::size_t TokenReader::letter_at(std::size_t from, std::size_t byte) const {
    while (from < codes_.size() && places_[from] < byte) ++from;
    return from;
}

/// 20个工作日, 2小时: the place after words of a length of time, which counts nothing; `at` where there are none.
std::size_t TokenReader::end_of_days(std::size_t at) const {
    const std::u32string_view rest(codes_.data() + at, codes_.size() - at);
    for (const std::u32string_view days : {U"工作日", U"自然日", U"小时", U"个工作日", U"天", U"分钟"}) {
        if (rest.starts_with(days)) return at + days.size();
    }
    return at;
}

/// The place after the token that begins there.
std::size_t TokenReader::read_one(std::size_t at, std::size_t last) {
    if (heading_end_ == at && at > 0) {
        add(ClauseSigns::end, at - 1, at);
        heading_end_ = 0;
    }
    if (line_starts_[at] != 0) {
        if (const std::size_t end = read_ordinal_at(at); end > at) return end;
    }
    const char32_t code = codes_[at];
    if (is_digit(code)) return read_number(at);
    if (closing_of(code) != 0) return read_quoted(at, last);
    const std::span<const char32_t> ahead = std::span(codes_).subspan(at, last - at);
    const auto word = context_.words.longest(ahead);
    if (const std::size_t size = context_.own.length(ahead); size > 0 && size >= (word ? word->letters : 0)) {
        add(sign_of(WordClass::whose), at, at + size, WordClass::whose, own_value_);
        return at + size;
    }
    if (may_begin_number(code)) {
        if (const std::size_t end = read_numeral(at, word ? word->letters : 0); end > at) return end;
    }
    if (word) {
        add(sign_of(word->word_class), at, at + word->letters, word->word_class, word->value);
        return at + word->letters;
    }
    add(sign_of_mark(code), at, at + 1);
    return at + 1;
}

/// (二)依申请公开情况: an ordinal at the beginning of a line begins a sentence, and where its line is a heading the
/// line ends one.
std::size_t TokenReader::read_ordinal_at(std::size_t at) {
    const std::string_view text = context_.text.substr(0, limit_);
    const auto ordinal = read_ordinal(text, places_[at]);
    if (!ordinal) return at;
    const std::size_t end = letter_at(at, ordinal->end);
    add(ClauseSigns::end, at, at + 1);
    constexpr std::u32string_view no_heading = U",;:";
    std::size_t line = end;
    while (
        line < codes_.size() && line_starts_[line] == 0 && no_heading.find(codes_[line]) == std::u32string_view::npos)
        ++line;
    if (line < codes_.size() && line_starts_[line] != 0) heading_end_ = line;
    return std::max(end, at + 1);
}

/// 2022年度, 1月1日至12月31日: the place after them; `at` where no time is there.
std::size_t TokenReader::read_time(std::size_t at) {
    PrintedTime time;
    time.end = at;
    while (read_part_of_time(codes_, time)) {
    }
    if (time.end == at || (!time.year && time.last_month == 0)) return at;
    add(sign_of(WordClass::when), at, time.end, WordClass::when, when_of(time, at));
    return time.end;
}

/// This year, the one before, the next one, or another time.
ValueSet TokenReader::when_of(const PrintedTime& time, std::size_t at) const {
    constexpr int last = 12;
    const bool until = at > 0 && !tokens_.empty() && context_.text.substr(tokens_.back().span.start).starts_with("截");
    const bool whole = time.last_month == last && (until || time.first_month == 1);
    if (time.quarter || (time.last_month > 0 && !whole)) return other_time_;
    const int apart = time.year && context_.year ? *time.year - *context_.year : 0;
    switch (apart) {
        case 0: return this_year_;
        case -1: return last_year_;
        case 1: return next_year_;
        default: return other_time_;
    }
}

std::size_t TokenReader::read_number(std::size_t at) {
    if (const std::size_t end = read_time(at); end > at) return end;
    const auto figure = read_figure(context_.text.substr(0, limit_), places_[at], context_.units);
    if (!figure) {
        add(ClauseSigns::unknown, at, at + 1);
        return at + 1;
    }
    const std::size_t end = std::max(letter_at(at, figure->end), at + 1);
    if (const std::size_t days = end_of_days(end); days > end) {
        add(sign_of(WordClass::plain), at, days);
        return days;
    }
    const bool percent = figure->unit == "%" || figure->unit == "‰";
    add_figure(percent ? ClauseSigns::percent : ClauseSigns::figure, at, end, *figure);
    return end;
}

/// 十二件, where it is longer than any word: with a unit, and more than one, for 一件 need not count anything.
std::size_t TokenReader::read_numeral(std::size_t at, std::size_t longer_than) {
    const auto figure = read_figure(context_.text.substr(0, limit_), places_[at], context_.units);
    if (!figure || !figure->value || figure->unit.empty() || *figure->value <= Decimal(1)) return at;
    const std::size_t end = letter_at(at, figure->end);
    if (end - at <= longer_than) return at;
    add_figure(ClauseSigns::figure, at, end, *figure);
    return end;
}

/// “依申请公开”事项: what is quoted is read like other words where all of them are known; otherwise it is a name.
std::size_t TokenReader::read_quoted(std::size_t at, std::size_t last) {
    constexpr std::size_t longest = 40;
    const char32_t closing = closing_of(codes_[at]);
    const auto from = codes_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    const auto until = codes_.begin() + static_cast<std::ptrdiff_t>(std::min(last, at + longest));
    const auto found = std::find(from, until, closing);
    if (found == until) {
        add(ClauseSigns::unknown, at, at + 1);
        return at + 1;
    }
    const auto end = static_cast<std::size_t>(found - codes_.begin());
    const std::size_t before = tokens_.size();
    if (codes_[at] != U'《') {
        const auto after_unknown = !signs_.empty() && signs_.back() == ClauseSigns::unknown;
        if (after_unknown) add(sign_of(WordClass::plain), at, at + 1);
        read_all(at + 1, end);
        const auto bad = [](const Token& one) {
            return one.sign == ClauseSigns::unknown || one.sign == ClauseSigns::end;
        };
        if (tokens_.size() > before
            && std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(before), tokens_.end(), bad))
            return end + 1;
        tokens_.resize(before);
        signs_.resize(before);
    }
    add(ClauseSigns::quoted, at, end + 1);
    return end + 1;
}

}  // namespace gouji
