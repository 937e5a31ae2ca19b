// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of ordinals before labels and headings: 1. (一) 三、 ④
// Refuses: to make anything; labels.cpp says what is done where a rule has matched.
#pragma once

#include "grammar/lexical/private_lexical.hpp"

namespace gouji::ordinal_grammar {

namespace p = tao::pegtl;

struct arabic : p::rep_min_max<1, 2, p::digit> {};
struct written : p::rep_min_max<1, 3, p::sor<lexical::numeral_digit, p::utf8::one<U'十'>>> {};
struct numeral : p::sor<arabic, written> {};
/// 一、2022年总体情况
struct year : p::seq<p::rep<4, p::digit>, p::utf8::one<U'年'>> {};
/// Markdown may write 1\. where no list is meant.
struct point : p::seq<p::opt<p::one<'\\'>>, p::utf8::one<U'、', U'.', U',', U':', U')', U'．'>,
                   p::sor<p::not_at<p::digit>, p::at<year>>> {};
struct bracketed : p::seq<p::one<'('>, lexical::blanks, numeral, lexical::blanks, p::one<')'>, p::opt<point>> {};
struct pointed : p::seq<numeral, lexical::blanks, point> {};
struct circled : p::utf8::range<U'①', U'⑳'> {};
struct ordinal : p::seq<p::sor<bracketed, pointed, circled>, p::star<lexical::white>> {};

}  // namespace gouji::ordinal_grammar
