// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of tables: labels, figures, marks, bars and line ends; and the item that each of them
// makes.
// Refuses: to know a label; the form's are asked for (private_item_state.hpp).
#pragma once

#include "engine/base/utf8.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/filing/tables/private_change_grammar.hpp"
#include "grammar/filing/tables/private_item_state.hpp"
#include "grammar/filing/tables/private_page_grammar.hpp"
#include "grammar/filing/tables/private_spoiled_grammar.hpp"
#include "grammar/lexical/private_lexical.hpp"

#include <algorithm>
#include <string_view>

namespace gouji::item_grammar {

struct line : p::one<'\n'> {};
struct bar : p::one<'|'> {};
struct space : p::plus<lexical::blank> {};
struct separator_ahead : p::at<p::sor<lexical::white, p::one<'|'>, p::eof>> {};

/// …000 2.没有 or …000 2)没有: the digit is the number of a label that the form does not know, or has another number
/// for, and none of the row before it. (A list of words with figures is parted by 、 too: that says nothing.)
struct sign_of_ordinal
    : p::sor<p::seq<p::opt<p::one<'\\'>>, p::one<'.'>>, p::seq<p::not_at<in_brackets>, p::one<')'>>> {};
struct ordinal_of_words
    : p::seq<p::range<'1', '9'>, p::opt<p::one<'0'>>, sign_of_ordinal, lexical::blanks, p::utf8::range<U'一', U'龥'>> {
};
struct run : p::plus<p::not_at<ordinal_of_label>, p::not_at<ordinal_of_words>, p::digit> {};
/// Digits with nothing after them that a figure could go on with: most figures, and read in one go.
struct whole_run : p::seq<run, p::not_at<p::sor<p::digit, p::one<',', '.'>>>> {};
/// 01,2341,005: figures with thousands separators run together. Where there is one separator at a time, it is a single
/// figure.
struct parted_run : p::seq<run, p::plus<p::one<','>, p::at<p::rep<3, p::digit>>, run>> {};
struct signed_or_parted
    : p::sor<p::seq<p::opt<p::one<'+', '-'>>, lexical::grouped, p::not_at<p::one<','>, p::rep<3, p::digit>>,
                 p::opt<lexical::fraction>>,
          p::seq<parted_run, p::opt<lexical::fraction>>, p::seq<p::one<'+', '-'>, run, p::opt<lexical::fraction>>,
          p::seq<run, lexical::fraction>> {};
/// 二 in a cell, and not the 三 of 三 、 whose label is not known.
struct lone_numeral : p::seq<after_separator, lexical::numeral, separator_ahead,
                          p::not_at<lexical::blanks, p::utf8::one<U'、', U'.', U')'>>> {};
/// .85 in a cell
struct bare_fraction : p::seq<apart, p::opt<p::one<'+', '-'>>, lexical::fraction, p::not_at<p::one<'.'>>> {};
struct number : p::sor<whole_run, signed_or_parted, run, bare_fraction, lone_numeral> {};
struct money : p::sor<TAO_PEGTL_STRING("万元"), TAO_PEGTL_STRING("亿元"), TAO_PEGTL_STRING("元")> {};
/// 22(其中修订16件): a remark on a figure in its cell is not a figure of the row.
struct note : p::seq<lexical::blanks, p::one<'('>,
                  p::sor<TAO_PEGTL_STRING("其中"), TAO_PEGTL_STRING("含"), TAO_PEGTL_STRING("包括"),
                      TAO_PEGTL_STRING("包含"), TAO_PEGTL_STRING("不含")>,
                  p::star<p::not_at<p::one<')', '(', '|', '\n'>>, p::utf8::any>, p::one<')'>> {};
/// 22件: what a row counts is known without it.
struct counted : p::seq<lexical::blanks, p::utf8::one<U'件', U'宗', U'条', U'份', U'次', U'项', U'个', U'起'>,
                     p::at<p::sor<lexical::white, p::one<'|', '('>, spoiled_grammar::note_mark, p::eof>>> {};
struct behind_number : p::seq<p::opt<p::sor<p::seq<lexical::blanks, money>, counted>>,
                           p::opt<p::sor<note, spoiled_grammar::note_mark>>> {};
/// 12.5%: no cell of a form has a share.
struct share : p::seq<p::plus<p::digit>, p::opt<lexical::fraction>, p::one<'%'>> {};
struct figure : p::seq<p::not_at<share>, number, p::sor<p::at<p::one<'\n', '|'>>, behind_number>> {};

/// How a number changed. 增2减1 says two things, and no figure.
struct change : p::seq<after_separator, p::sor<change_grammar::changed, change_grammar::unchanged>,
                    p::not_at<lexical::blanks, p::sor<change_grammar::growth, change_grammar::loss, p::one<'/'>>>> {};

/// 一、本年新收政府信息公开申请数量(件): a unit after a label belongs to it.
struct label_unit : p::seq<lexical::blanks, p::one<'('>, p::opt<TAO_PEGTL_STRING("单位"), p::one<':'>>,
                        p::utf8::one<U'件', U'宗', U'条', U'份', U'项', U'个'>, p::one<')'>> {};
struct labelled : p::seq<label, p::opt<label_unit>, p::opt<spoiled_grammar::note_of_label>> {};

/// A figure that is no count: the cell is there, and nobody can tell its number.
struct spoiled_figure : p::seq<spoiled_grammar::spoiled> {};

/// Lines of the page between two rows.
struct page_line : p::seq<line_of_words, lexical::blanks,
                       p::sor<p::seq<page_grammar::number, lexical::blanks, page_grammar::end_of_line>,
                           page_grammar::ruled, page_grammar::printed_at, page_grammar::address, running_head>> {};
struct stray_ordinal : p::seq<p::range<'1', '9'>, p::opt<p::not_at<ordinal_of_label>, p::digit>, p::opt<p::one<'\\'>>,
                           p::utf8::one<U'.', U'、'>, p::not_at<p::digit>> {
};  // of a label that the form does not know
/// 二、2022年结转: as much a word as 上年.
struct year : p::seq<p::rep<4, p::digit>, p::utf8::one<U'年'>> {};
struct digits_of_words : p::sor<stray_ordinal, year> {};
struct dash
    : p::seq<after_separator, p::opt<p::one<'\\'>>, p::rep_min_max<1, 2, page_grammar::dash_sign>, separator_ahead> {};
/// 无 in a cell: a mark, as a dash is.
struct none : p::seq<after_separator, p::utf8::one<U'无'>, separator_ahead> {};
struct slash : p::seq<after_separator, p::utf8::one<U'/', U'\\'>, separator_ahead> {};
/// The words that converters write into an empty cell: it stays empty.
struct no_value : p::seq<after_separator,
                      p::sor<TAO_PEGTL_ISTRING("nan"), TAO_PEGTL_ISTRING("none"), TAO_PEGTL_ISTRING("null"),
                          TAO_PEGTL_ISTRING("n/a"), TAO_PEGTL_ISTRING("#n/a")>,
                      lexical::blanks, p::at<p::one<'|'>>> {};
struct other : p::utf8::any {};

struct item : p::sor<plain_figures, page_line, p::seq<in_table_of_changes, change>, none,
                  p::seq<may_be_spoiled, spoiled_figure>, words_in_row, words, line, bar, space, labelled,
                  digits_of_words, figure, page_grammar::rule_line, dash, slash, no_value, other> {};
struct items : p::star<item> {};

/// 1,234,567: one figure, with a separator before every three digits.
inline bool is_parted(std::string_view digits) {
    const std::size_t first = digits.find(',');
    if (first == std::string_view::npos || first == 0 || first > 3 || digits.front() == '0') return false;
    for (std::size_t at = first; at < digits.size(); at += 4) {
        if (digits[at] != ',' || digits.size() - at < 4 || digits.substr(at + 1, 3).find(',') != std::string_view::npos)
            return false;
    }
    return true;
}

template <class Rule>
struct action : p::nothing<Rule> {};

template <Item::Kind kind>
struct add {
    template <class Input>
    static void apply(const Input& in, ItemState& state) {
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
    static void apply(const Input& in, ItemState& state) {
        state.add(Item::Kind::figure, state.span(in));
        state.items.back().number = state.items.back().span;
        const std::string_view digits = in.string_view();
        const bool counts =
            std::all_of(digits.begin(), digits.end(), [](char c) { return (c >= '0' && c <= '9') || c == ','; });
        state.items.back().plain = counts && !is_parted(digits);
        // The next character was lost: it may have been a digit.
        state.items.back().readable = !state.text.substr(state.items.back().span.end).starts_with("\uFFFD");
    }
};
template <>
struct action<spoiled_figure> {
    template <class Input>
    static void apply(const Input& in, ItemState& state) {
        state.add(Item::Kind::figure, state.span(in));
        state.items.back().number = state.items.back().span;
        state.items.back().plain = state.items.back().readable = false;
    }
};
template <>
struct action<money> {
    template <class Input>
    static void apply(const Input& in, ItemState& state) {
        state.items.back().span.end = state.span(in).end;
        state.items.back().plain = false;
    }
};
template <>
struct action<other> {
    template <class Input>
    static void apply(const Input& in, ItemState& state) {
        const Span span = state.span(in);
        if (is_filler(utf8::decode(in.string_view(), 0).code)) return;
        state.add_text(span);
    }
};

}  // namespace gouji::item_grammar
