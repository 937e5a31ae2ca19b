// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of tables: labels, figures, marks, bars and line ends; and the item that each of them makes. The two are in one place because rules
// look at what was made so far: a dash stands for a figure only where a line or cell begins.
// Refuses: to know a label; the form's are asked for.
#pragma once

#include "engine/base/utf8.hpp"
#include "grammar/characters.hpp"
#include "grammar/filing/items.hpp"
#include "grammar/filing/private_change_grammar.hpp"
#include "grammar/filing/private_page_grammar.hpp"
#include "grammar/private_lexical.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::item_grammar {

namespace p = tao::pegtl;

struct State {
    State(std::string_view whole, const LabelSet& set, std::span<const LabelPlace> of_set, std::string_view report, std::size_t behind, bool of_changes) : text(whole), labels(set), places(of_set), title(report), end(behind), changes(of_changes) {
        for (std::size_t at = 0; at < title.size(); at += utf8::length(title[at])) title_letters.add(utf8::decode(title, at).code);
    }

    std::string_view text;
    const LabelSet& labels;
    std::span<const LabelPlace> places;  ///< of the labels, in all of the text
    std::string_view title;                 ///< of the report, without blanks
    CharacterFilter title_letters;          ///< of it: nearly all lines begin with another
    std::size_t end = 0;                    ///< of the stretch that is read
    bool changes = false;                   ///< 增2 is a figure
    std::vector<Item> items;
    std::size_t next = 0;  ///< of the places, near the one that was asked for last

    template <class Input>
    [[nodiscard]] std::size_t at(const Input& in) const {
        return static_cast<std::size_t>(in.current() - text.data());
    }
    template <class Input>
    [[nodiscard]] Span span(const Input& in) const {
        const auto begin = static_cast<std::uint32_t>(in.begin() - text.data());
        return {begin, begin + static_cast<std::uint32_t>(in.size())};
    }
    /// The first place that is not before `at`.
    [[nodiscard]] std::size_t place_from(std::size_t at) {
        while (next > 0 && places[next - 1].at >= at) --next;
        while (next < places.size() && places[next].at < at) ++next;
        return next;
    }
    /// The label that begins at `at`.
    [[nodiscard]] std::optional<LabelSet::Hit> label_at(std::size_t at) {
        const std::size_t place = place_from(at);
        if (place == places.size() || places[place].at != at) return std::nullopt;
        // What the end of the stretch cuts may be a shorter label before it.
        return places[place].hit.end <= end ? places[place].hit : labels.match(text.substr(0, end), at);
    }
    void add(Item::Kind kind, Span span) { items.push_back({span, {}, nullptr, 0, kind, true}); }
    void add_text(Span span) {
        if (!items.empty() && items.back().kind == Item::Kind::text) items.back().span.end = span.end;
        else add(Item::Kind::text, span);
    }
    /// True at the start of a line or of a cell, where a mark can stand for a figure.
    [[nodiscard]] bool after_separator() const {
        return items.empty() || items.back().kind != Item::Kind::text;
    }
};

/// A rule that consults the form's labels instead of the grammar. (What watches a parse, as tests do, comes behind the state.)
struct label {
    using rule_t = label;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, State& state, const auto&...) {
        const std::size_t at = state.at(in);
        const auto hit = state.label_at(at);
        if (!hit) return false;
        in.bump(hit->end - at);
        state.items.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(hit->end)}, {}, hit->ids, hit->ordinal, Item::Kind::label, true});
        return true;
    }
};

/// Words of prose: Han characters of which none begins a label, an ordinal or a number. What the alternatives below would
/// make of them one by one, taken at once: most of a text is such.
struct words {
    using rule_t = words;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, State& state, const auto&...) {
        const std::size_t begin = state.at(in);
        std::size_t end = begin;
        const std::size_t place = state.place_from(begin);
        const std::size_t next = place < state.places.size() ? std::min<std::size_t>(state.places[place].at, state.end) : state.end;
        while (end < next) {
            const auto one = utf8::decode(state.text, end);
            if (!utf8::is_han(one.code) || may_begin_number(one.code)) break;
            end += one.size;
        }
        if (end == begin) return false;
        in.bump(end - begin);
        state.add_text({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        return true;
    }
};

/// A figure in digits alone on the rest of its line or cell, the end of that line, and those that follow line by line: what the
/// alternatives below would make of them, taken at once. Most items of a table are such.
struct plain_figures {
    using rule_t = plain_figures;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, State& state, const auto&...) {
        const auto begin = static_cast<std::uint32_t>(state.at(in));
        if (begin >= state.end || !is_digit(static_cast<unsigned char>(state.text[begin]))) return false;
        // Digits may belong to the next label.
        const std::size_t place = state.place_from(begin);
        const std::size_t stop = place < state.places.size() ? state.places[place].at : state.end;
        std::uint32_t at = begin;
        for (bool line = true; line;) {
            std::uint32_t end = at;
            while (end < state.end && is_digit(static_cast<unsigned char>(state.text[end]))) ++end;
            if (end == at || end == state.end || stop < end || (state.text[end] != '\n' && state.text[end] != '|')) break;
            state.items.push_back({{at, end}, {at, end}, nullptr, 0, Item::Kind::figure, true});
            line = state.text[end] == '\n';
            if (line) state.add(Item::Kind::line, {end, end + 1});
            at = end + (line ? 1 : 0);
        }
        in.bump(at - begin);
        return at != begin;
    }
};

/// True where the digit in front belongs to the next label: …000 2.其他…
struct ordinal_of_label {
    using rule_t = ordinal_of_label;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, State& state, const auto&...) {
        const std::size_t at = state.at(in);
        if (at >= state.end || state.text[at] < '1' || state.text[at] > '9') return false;
        const auto hit = state.label_at(at);
        return hit && std::any_of(hit->ids->begin(), hit->ids->end(), [&](const auto& id) { return id.second != 0 && id.second == hit->ordinal; });
    }
};

struct after_separator {
    using rule_t = after_separator;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input&, State& state, const auto&...) {
        return state.after_separator();
    }
};

struct in_table_of_changes {
    using rule_t = in_table_of_changes;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input&, State& state, const auto&...) {
        return state.changes;
    }
};

/// True where a line begins, or goes on behind blanks, that is no figure alone.
struct line_of_words {
    using rule_t = line_of_words;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, State& state, const auto&...) {
        if (!state.items.empty() && state.items.back().kind != Item::Kind::line) return false;
        const char* at = in.current();
        while (at != in.end() && *at >= '0' && *at <= '9') ++at;
        return at != in.end() && *at != '\n';
    }
};

/// The title of the report or a good part of it, alone on a line: what a page prints above its rows.
struct running_head {
    using rule_t = running_head;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, State& state, const auto&...) {
        if (in.empty() || !state.title_letters.may_hold(utf8::decode(state.text, state.at(in)).code)) return false;
        constexpr std::size_t least = 8 * 3;  // 政府信息公开 begins labels too
        // With its blanks it may be longer than the title, but not without end: a line of commas is asked at each of them.
        const std::string_view rest = state.text.substr(state.at(in), std::min(state.end - state.at(in), 4 * state.title.size()));
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (line.size() < least) return false;
        const std::string words = utf8::without_blanks(line);
        if (words.size() < least || state.title.find(words) == std::string_view::npos) return false;
        in.bump(line.size());
        return true;
    }
};

struct line : p::one<'\n'> {};
struct bar : p::one<'|'> {};
struct space : p::plus<lexical::blank> {};
struct separator_ahead : p::at<p::sor<lexical::white, p::one<'|'>, p::eof>> {};

struct run : p::plus<p::not_at<ordinal_of_label>, p::digit> {};
/// Digits with nothing behind them that a figure could go on with: nearly all, and read in one go.
struct whole_run : p::seq<run, p::not_at<p::sor<p::digit, p::one<',', '.'>>>> {};
/// 01,2341,005: figures with thousands separators run together. Parted one by one, it is no more than a figure.
struct parted_run : p::seq<run, p::plus<p::one<','>, p::at<p::rep<3, p::digit>>, run>> {};
struct signed_or_parted : p::sor<p::seq<p::opt<p::one<'+', '-'>>, lexical::grouped, p::not_at<p::one<','>, p::rep<3, p::digit>>, p::opt<lexical::fraction>>, p::seq<parted_run, p::opt<lexical::fraction>>,
                              p::seq<p::one<'+', '-'>, run, p::opt<lexical::fraction>>, p::seq<run, lexical::fraction>> {};
/// 二 in a cell, and not the 三 of 三 、 whose label is not known.
struct lone_numeral : p::seq<after_separator, lexical::numeral, separator_ahead, p::not_at<lexical::blanks, p::utf8::one<U'、', U'.', U')'>>> {};
struct number : p::sor<whole_run, signed_or_parted, run, lone_numeral> {};
struct money : p::sor<TAO_PEGTL_STRING("万元"), TAO_PEGTL_STRING("亿元"), TAO_PEGTL_STRING("元")> {};
/// 22(其中修订16件): what a cell says of its figure is no figure of the row.
struct note : p::seq<lexical::blanks, p::one<'('>, p::sor<TAO_PEGTL_STRING("其中"), TAO_PEGTL_STRING("含"), TAO_PEGTL_STRING("包括"), TAO_PEGTL_STRING("包含"), TAO_PEGTL_STRING("不含")>,
                  p::star<p::not_at<p::one<')', '(', '|', '\n'>>, p::utf8::any>, p::one<')'>> {};
/// 22件: what a row counts is known without it.
struct counted : p::seq<lexical::blanks, p::utf8::one<U'件', U'宗', U'条', U'份', U'次', U'项', U'个', U'起'>, p::at<p::sor<lexical::white, p::one<'|', '('>, p::eof>>> {};
struct behind_number : p::seq<p::opt<p::sor<p::seq<lexical::blanks, money>, counted>>, p::opt<note>> {};
/// 12.5%: no cell of a form has a share.
struct share : p::seq<p::plus<p::digit>, p::opt<lexical::fraction>, p::one<'%'>> {};
struct figure : p::seq<p::not_at<share>, number, p::sor<p::at<p::one<'\n', '|'>>, behind_number>> {};

/// How a number changed. 增2减1 says two things, and no figure.
struct change : p::seq<after_separator, p::sor<change_grammar::changed, change_grammar::unchanged>, p::not_at<lexical::blanks, p::sor<change_grammar::growth, change_grammar::loss, p::one<'/'>>>> {};

/// 一、本年新收政府信息公开申请数量(件): a unit behind a label belongs to it.
struct label_unit : p::seq<lexical::blanks, p::one<'('>, p::opt<TAO_PEGTL_STRING("单位"), p::one<':'>>, p::utf8::one<U'件', U'宗', U'条', U'份', U'项', U'个'>, p::one<')'>> {};
struct labelled : p::seq<label, p::opt<label_unit>> {};

/// What belongs to the page and stands between two rows.
struct page_line : p::seq<line_of_words, lexical::blanks, p::sor<p::seq<page_grammar::number, lexical::blanks, page_grammar::end_of_line>, page_grammar::ruled, page_grammar::printed_at, page_grammar::address, running_head>> {};
struct stray_ordinal : p::seq<p::rep_min_max<1, 2, p::digit>, p::opt<p::one<'\\'>>, p::utf8::one<U'.', U'、'>, p::not_at<p::digit>> {};  // of a label that the form does not know
/// 二、2022年结转: as much a word as 上年.
struct year : p::seq<p::rep<4, p::digit>, p::utf8::one<U'年'>> {};
struct digits_of_words : p::sor<stray_ordinal, year> {};
struct dash : p::seq<after_separator, p::opt<p::one<'\\'>>, p::rep_min_max<1, 2, page_grammar::dash_sign>, separator_ahead> {};
/// 无 in a cell: a mark, as a dash is.
struct none : p::seq<after_separator, p::utf8::one<U'无'>, separator_ahead> {};
struct slash : p::seq<after_separator, p::utf8::one<U'/', U'\\'>, separator_ahead> {};
/// What programs that convert tables write into an empty cell: it stays empty.
struct no_value : p::seq<after_separator, p::sor<TAO_PEGTL_ISTRING("nan"), TAO_PEGTL_ISTRING("none"), TAO_PEGTL_ISTRING("null"), TAO_PEGTL_ISTRING("n/a"), TAO_PEGTL_ISTRING("#n/a")>, lexical::blanks, p::at<p::one<'|'>>> {};
struct other : p::utf8::any {};

struct item : p::sor<plain_figures, page_line, p::seq<in_table_of_changes, change>, none, words, line, bar, space, labelled, digits_of_words, figure, page_grammar::rule_line, dash, slash, no_value, other> {};
struct items : p::star<item> {};

/// 1,234,567: one figure, with a separator before every three digits.
inline bool is_parted(std::string_view digits) {
    const std::size_t first = digits.find(',');
    if (first == std::string_view::npos || first == 0 || first > 3 || digits.front() == '0') return false;
    for (std::size_t at = first; at < digits.size(); at += 4) {
        if (digits[at] != ',' || digits.size() - at < 4 || digits.substr(at + 1, 3).find(',') != std::string_view::npos) return false;
    }
    return true;
}

template <class Rule>
struct action : p::nothing<Rule> {};

template <Item::Kind kind>
struct add {
    template <class Input>
    static void apply(const Input& in, State& state) {
        state.add(kind, state.span(in));
    }
};
template <>
struct action<line> : add<Item::Kind::line> {};
template <>
struct action<bar> : add<Item::Kind::bar> {};
template <>
struct action<digits_of_words> : add<Item::Kind::text> {};
template <>
struct action<change> : add<Item::Kind::change> {};
template <>
struct action<dash> : add<Item::Kind::dash> {};
template <>
struct action<none> : add<Item::Kind::dash> {};
template <>
struct action<slash> : add<Item::Kind::slash> {};
template <>
struct action<number> {
    template <class Input>
    static void apply(const Input& in, State& state) {
        state.add(Item::Kind::figure, state.span(in));
        state.items.back().number = state.items.back().span;
        const std::string_view digits = in.string_view();
        const bool counts = std::all_of(digits.begin(), digits.end(), [](char c) { return (c >= '0' && c <= '9') || c == ','; });
        state.items.back().plain = counts && !is_parted(digits);
    }
};
template <>
struct action<money> {
    template <class Input>
    static void apply(const Input& in, State& state) {
        state.items.back().span.end = state.span(in).end;
        state.items.back().plain = false;
    }
};
template <>
struct action<other> {
    template <class Input>
    static void apply(const Input& in, State& state) {
        const Span span = state.span(in);
        if (is_filler(utf8::decode(in.string_view(), 0).code)) return;
        state.add_text(span);
    }
};

}  // namespace gouji::item_grammar
