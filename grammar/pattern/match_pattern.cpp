// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/private_match_pattern.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/lexical/private_lexical.hpp"
#include "grammar/pattern/private_capture_grammar.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {
namespace {

using Kind = PatternStep::Kind;

constexpr std::size_t longest_organ = 40;
constexpr std::size_t shortest_organ = 4;
constexpr std::size_t shortest_place = 3;   // 望江县, 水利部
constexpr std::size_t shortest_county = 2;  // 沛县
constexpr std::size_t longest_gap = 40;
constexpr char32_t no_letter = 0x110000;  // beyond Unicode: the end of the text
constexpr int most_steps = 4000;          // of the pattern, and characters of its gaps

class PatternMatcher {
public:
    PatternMatcher(const Pattern& pattern, FigureReader& figures, std::size_t start, std::size_t limit)
        : pattern_(pattern), figures_(figures), text_(figures.text().substr(0, limit)), start_(start) {}

    bool from(std::size_t index, std::size_t at) {
        for (;;) {
            if (--budget_ < 0) return false;
            const PatternStep& step = pattern_.steps[index];
            switch (step.kind) {
                case Kind::end: end = at; return true;
                case Kind::jump: index = static_cast<std::size_t>(step.next); continue;
                case Kind::split: {
                    // Most brackets are left out, and most alternatives end, at their first letter.
                    if (const PatternStep& first = pattern_.steps[static_cast<std::size_t>(step.next)];
                        first.kind == Kind::literal && !stands(first.code, at)) {
                        index = static_cast<std::size_t>(step.other);
                        continue;
                    }
                    const std::size_t kept = captures.size();
                    if (from(static_cast<std::size_t>(step.next), at)) return true;
                    captures.resize(kept);
                    index = static_cast<std::size_t>(step.other);
                    continue;
                }
                case Kind::literal: {
                    if (!stands(step.code, at)) return false;
                    at = ahead_.end;
                    ++index;
                    continue;
                }
                case Kind::gap: return bridge(index + 1, at, after(step));
                case Kind::capture: return capture(step, index + 1, skip_white(at));
            }
        }
    }

    std::size_t end = 0;
    std::vector<Pattern::Captured> captures;

private:
    const CharacterFilter& after(const PatternStep& step) const {
        return pattern_.after[static_cast<std::size_t>(step.after)];
    }

    std::size_t skip_white(std::size_t at) const { return gouji::skip_white(text_, at); }

    /// A letter after blanks.
    struct Ahead {
        std::size_t from = std::string_view::npos;  ///< where the blanks begin
        std::size_t end = 0;
        char32_t code = no_letter;
    };
    /// The letter after the blanks at `at`. For speed it is kept: every bracket and alternative that may begin there
    /// asks for it.
    const Ahead& letter_at(std::size_t at) {
        if (ahead_.from != at) {
            const std::size_t begin = skip_white(at);
            const auto one = utf8::decode(text_, begin);
            ahead_ = {at, begin + one.size, one.size == 0 ? no_letter : one.code};
        }
        return ahead_;
    }

    /// A sentence comes without the sign that ends it: 。 in a pattern matches its end, too.
    bool stands(char32_t code, std::size_t at) {
        const char32_t there = letter_at(at).code;
        return there == code || (there == no_letter && code == U'。');
    }

    /// A day or a name may be in the next cell: | 发布日期： | 2023-01-13 |
    std::size_t skip_bar(std::size_t at) const { return skip_sign(at, '|'); }
    std::size_t skip_sign(std::size_t at, char sign) const {
        return at < text_.size() && text_[at] == sign ? skip_white(at + 1) : at;
    }

    bool bridge(std::size_t next, std::size_t at, const CharacterFilter& ends) {
        for (std::size_t characters = 0; characters <= longest_gap; ++characters) {
            const auto one = utf8::decode(text_, at);
            if (one.size == 0 || ends.may_hold(one.code)) {
                const std::size_t kept = captures.size();
                if (from(next, at)) return true;
                captures.resize(kept);
            }
            if (one.size == 0 || parts_clauses(one.code) || --budget_ < 0) return false;
            at += one.size;
        }
        return false;
    }

    bool capture(const PatternStep& step, std::size_t next, std::size_t at) {
        switch (pattern_.captures[static_cast<std::size_t>(step.name)].kind) {
            case Capture::figure: {
                if (is_inside_figure(text_, at)) return false;
                const auto& figure = figures_.read(at, text_.size());
                return figure && capture_span(step, next, at, figure->end);
            }
            case Capture::year: {
                const std::size_t size = lexical::taken<capture_grammar::year_text>(text_, at);
                return size > 0 && capture_span(step, next, at, at + size);
            }
            case Capture::date: {
                at = skip_sign(skip_bar(at), '[');
                const std::size_t size = lexical::taken<capture_grammar::date_text>(text_, at);
                return size > 0 && capture_span(step, next, at, at + size);
            }
            case Capture::organ: return organ(step, next, at == start_ ? at : skip_bar(at));
        }
        return false;
    }

    bool organ(const PatternStep& step, std::size_t next, std::size_t at) {
        if (at == start_ && is_inside_name(at)) return false;
        auto one = utf8::decode(text_, at);
        const char32_t first = one.code;
        if (is_pronoun(first, utf8::decode(text_, at + one.size).code)) return false;
        std::size_t to = at;
        for (std::size_t characters = 1; characters <= longest_organ; ++characters) {
            const std::size_t size = utf8::is_han(one.code) ? one.size : to > at ? size_of_bracket(to) : 0;
            if (size == 0) return false;
            const bool named = characters >= shortest_organ || is_short_name(characters, first, one.code);
            to += size;
            one = utf8::decode(text_, to);
            if (!named || (one.size > 0 && !after(step).may_hold(one.code))) continue;
            // A name that the pattern ends with is whole as well.
            if (pattern_.steps[next].kind == Kind::end && utf8::is_han(one.code)) continue;
            if (capture_span(step, next, at, to)) return true;
        }
        return false;
    }

    /// 我局, 本机关, 全县, but 本溪市 and 全椒县 are places.
    static bool is_pronoun(char32_t first, char32_t second) {
        constexpr std::u32string_view pronouns = U"我各该";
        constexpr std::u32string_view weak = U"本全";
        constexpr std::u32string_view kinds = U"机单局厅委办部院署处所省市州盟县区旗镇乡街级行系国";
        return pronouns.find(first) != std::u32string_view::npos
            || (weak.find(first) != std::u32string_view::npos && kinds.find(second) != std::u32string_view::npos);
    }

    /// 青山(高新)区管委会, 规划局(林业局): Han characters in brackets that are part of a name; 0 for (一) and for
    /// anything else.
    std::size_t size_of_bracket(std::size_t at) const {
        if (at >= text_.size() || text_[at] != '(') return 0;
        std::size_t to = at + 1;
        auto one = utf8::decode(text_, to);
        if (numeral_characters.find(one.code) != std::u32string_view::npos) return 0;
        for (std::size_t characters = 0; utf8::is_han(one.code) && characters < longest_organ;
             ++characters, one = utf8::decode(text_, to))
            to += one.size;
        return to > at + 1 && one.code == U')' ? to + 1 - at : 0;
    }

    /// A name that the pattern begins with is whole: it begins where Han characters begin, and not after a bracket in a
    /// name.
    bool is_inside_name(std::size_t at) const {
        if (at == 0 || text_[at - 1] != ')') return is_behind_han(text_, at);
        std::size_t open = at - 1;
        for (std::size_t characters = 0; is_behind_han(text_, open) && characters < longest_organ; ++characters)
            open -= 3;
        return open > 0 && is_behind_han(text_, open - 1) && size_of_bracket(open - 1) > 0;
    }

    /// The last character of so short a name must say what it names, and 县区 or 乡镇 name nobody.
    static bool is_short_name(std::size_t characters, char32_t first, char32_t last) {
        constexpr std::u32string_view places = U"省市州盟县区旗乡镇";
        constexpr std::u32string_view organs = U"部厅署院局委办场";
        if (places.find(first) != std::u32string_view::npos) return false;
        if (last == U'县') return characters >= shortest_county;
        return characters >= shortest_place
            && (places.find(last) != std::u32string_view::npos || organs.find(last) != std::u32string_view::npos);
    }

    bool capture_span(const PatternStep& step, std::size_t next, std::size_t at, std::size_t to) {
        const std::size_t kept = captures.size();
        captures.push_back({step.name, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(to)}});
        if (from(next, to)) return true;
        captures.resize(kept);
        return false;
    }

    const Pattern& pattern_;
    FigureReader& figures_;
    std::string_view text_;
    std::size_t start_;
    Ahead ahead_;
    int budget_ = most_steps;
};

}  // namespace

bool parts_clauses(char32_t c) { return c == U',' || c == U';' || c == U'。' || c == U'!' || c == U'?' || c == U':'; }

std::optional<Pattern::Match> match_pattern(
    const Pattern& pattern, FigureReader& figures, std::size_t at, std::size_t limit) {
    PatternMatcher matcher(pattern, figures, at, limit);
    if (!matcher.from(0, at)) return std::nullopt;
    return Pattern::Match{matcher.end, std::move(matcher.captures)};
}

}  // namespace gouji
