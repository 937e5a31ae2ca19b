// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of what {年份} and {日期} match in a pattern.
// Refuses: to say where a pattern may have one; match.cpp does.
#pragma once

#include "grammar/lexical/private_lexical.hpp"

namespace gouji::capture_grammar {

namespace p = tao::pegtl;

/// 二〇二二, and 二0二二 or 二O二二 as it is typed.
struct written_year : p::seq<lexical::numeral_digit, p::rep<3, p::sor<lexical::numeral_digit, p::one<'0', 'O', 'o'>>>> {
};
struct year_text : p::sor<p::seq<p::not_at<p::one<'0'>>, p::rep<4, p::digit>, p::not_at<p::digit>>, written_year> {};
struct small : p::rep_min_max<1, 2, p::digit> {};
template <class A, class B, class... C>
struct day : p::seq<p::rep<4, p::digit>, lexical::blanks, A, lexical::blanks, small, lexical::blanks, B,
                 lexical::blanks, small, lexical::blanks, C...> {};
struct date_text : p::sor<day<p::utf8::one<U'年'>, p::utf8::one<U'月'>, p::utf8::one<U'日'>>,
                       day<p::one<'-'>, p::one<'-'>>, day<p::one<'/'>, p::one<'/'>>, day<p::one<'.'>, p::one<'.'>>> {};

}  // namespace gouji::capture_grammar
