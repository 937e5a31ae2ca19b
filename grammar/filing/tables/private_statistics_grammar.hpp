// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of a table of statistics in running text: a header that names a column of units, then labels, each
// with its unit and its figures.
// Refuses: to divide digits that run together; own_divisions.cpp does.
#pragma once

#include "grammar/lexical/private_lexical.hpp"

namespace gouji::statistics_grammar {

namespace p = tao::pegtl;

struct whites : p::star<lexical::white> {};
struct unit_word : TAO_PEGTL_STRING("计量单位") {};
struct code_word : p::sor<TAO_PEGTL_STRING("指标代码"), TAO_PEGTL_STRING("代码"), TAO_PEGTL_STRING("行次")> {};
struct year : p::seq<p::rep<4, p::digit>, p::utf8::one<U'年'>, p::opt<p::utf8::one<U'度'>>> {};
struct time
    : p::sor<year, TAO_PEGTL_STRING("历年累计"), TAO_PEGTL_STRING("累计"), TAO_PEGTL_STRING("本年度"),
          TAO_PEGTL_STRING("本年"), TAO_PEGTL_STRING("上年度"), TAO_PEGTL_STRING("上年"), TAO_PEGTL_STRING("当年")> {};
struct column : p::seq<time, p::opt<p::utf8::one<U'数'>>> {};
struct header : p::seq<unit_word, whites, p::opt<code_word, whites>, p::plus<column, whites>> {};

struct unit
    : p::sor<TAO_PEGTL_STRING("万元"), TAO_PEGTL_STRING("人次"),
          p::utf8::one<U'条', U'件', U'份', U'次', U'个', U'人', U'元', U'项', U'篇', U'期', U'场', U'处', U'名'>> {};
struct ordinal_sign : p::utf8::one<U'、', U')'> {};
struct ordinal
    : p::seq<p::rep_min_max<1, 2, p::digit>, p::sor<ordinal_sign, p::seq<p::one<'.'>, p::not_at<p::digit>>>> {};
struct figure : p::seq<p::not_at<ordinal>, lexical::decimal, p::not_at<p::sor<p::digit, ordinal_sign>>> {};

struct end_of_label
    : p::sor<p::seq<p::plus<lexical::white>, unit, p::sor<p::digit, lexical::white>>, p::seq<unit, whites, p::digit>> {
};
struct han : p::utf8::range<U'一', U'龥'> {};
struct label_character
    : p::sor<han, p::digit, p::one<',', '('>, p::seq<p::utf8::one<U'、', U'.', U':', U')'>, p::opt<p::one<' '>>>> {};
struct label : p::rep_min_max<2, 40, p::seq<p::not_at<end_of_label>, label_character>> {};
/// Digits right behind the unit: the figures of the row run together, perhaps with the number of the next label.
struct joined_figures : p::plus<p::digit> {};
struct figures_apart : p::star<p::plus<lexical::white>, figure> {};
struct row : p::seq<whites, label, p::at<end_of_label>, whites, unit, p::sor<joined_figures, figures_apart>> {};
struct table : p::seq<header, p::plus<row>> {};

}  // namespace gouji::statistics_grammar
