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
struct ends_day : p::utf8::one<U'日', U'号'> {};
template <char32_t Sign>
struct signed_day : day<p::utf8::one<Sign>, p::utf8::one<Sign>> {};
/// 二○二三年一月十三日, 2023年元月十三日; blanks may be between them.
struct numeral_or_digit : p::sor<lexical::numeral_digit, lexical::numeral_power, p::utf8::one<U'元', U'廿', U'卅'>,
                              p::digit, p::one<'O', 'o'>> {};
struct written_part : p::seq<numeral_or_digit, lexical::blanks, p::opt<numeral_or_digit, lexical::blanks>,
                          p::opt<numeral_or_digit, lexical::blanks>> {};
struct written_date : p::seq<p::sor<p::rep<4, p::digit>, written_year>, lexical::blanks, p::utf8::one<U'年'>,
                          lexical::blanks, written_part, p::utf8::one<U'月'>, lexical::blanks, written_part, ends_day> {
};
/// 20230113, and nothing that goes on: the number of a document.
struct compact_date : p::seq<p::one<'1', '2'>, p::rep<7, p::digit>, p::not_at<p::sor<p::digit, p::one<'/', '-'>>>> {};
struct date_text : p::sor<day<p::utf8::one<U'年'>, p::utf8::one<U'月'>, ends_day>, signed_day<U'-'>, signed_day<U'/'>,
                       signed_day<U'.'>, signed_day<U'–'>, written_date, compact_date> {};

}  // namespace gouji::capture_grammar
