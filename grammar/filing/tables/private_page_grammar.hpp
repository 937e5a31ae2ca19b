// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of what a page prints around its text: its number, when and from where it was printed, drawn lines.
// Refuses: to say where it may be; the grammar of tables does.
#pragma once

#include "grammar/lexical/private_lexical.hpp"

namespace gouji::page_grammar {

namespace p = tao::pegtl;

struct dash_sign : p::utf8::one<U'-', U'—', U'–', U'―'> {};
struct end_of_line : p::at<p::sor<p::one<'\n'>, p::eof>> {};
struct digits : p::seq<lexical::blanks, p::plus<p::digit>, lexical::blanks> {};
struct this_page : p::seq<p::utf8::one<U'第'>, digits, p::utf8::one<U'页'>> {};
struct all_pages : p::seq<p::utf8::one<U'共'>, digits, p::utf8::one<U'页'>> {};
struct between_pages : p::star<p::sor<lexical::blank, p::utf8::one<U',', U'/', U'、', U'|'>>> {};
/// - 3 -, 第3页, 第 3 页 共 7 页, 共7页/第3页, 3/7
struct number : p::sor<p::seq<p::plus<dash_sign>, digits, p::plus<dash_sign>>,
                    p::seq<this_page, between_pages, p::opt<all_pages>>, p::seq<all_pages, between_pages, this_page>,
                    p::seq<digits, p::one<'/'>, digits>> {};
struct rest_of_line : p::star<p::not_one<'\n'>> {};
struct one_or_two_digits : p::rep_min_max<1, 2, p::digit> {};
struct day : p::seq<p::rep<4, p::digit>, p::utf8::one<U'/', U'-', U'.', U'年'>, one_or_two_digits,
                 p::utf8::one<U'/', U'-', U'.', U'月'>, one_or_two_digits, p::opt<p::utf8::one<U'日'>>> {};
struct weekday : p::seq<TAO_PEGTL_STRING("星期"), p::utf8::any, lexical::blanks> {};
/// 2023/1/19 9:05 and the title of the page: what a browser prints above a page; below it the address.
struct printed_at
    : p::seq<day, lexical::blanks, p::opt<weekday>, one_or_two_digits, p::one<':'>, p::rep<2, p::digit>, rest_of_line> {
};
struct address : p::seq<p::sor<TAO_PEGTL_STRING("http://"), TAO_PEGTL_STRING("https://"), TAO_PEGTL_STRING("file:///")>,
                     rest_of_line> {};
struct rule_line : p::seq<p::opt<p::one<':'>>, p::rep_min<3, p::one<'-'>>, p::opt<p::one<':'>>> {};
struct beside_rule : p::star<p::sor<lexical::blank, p::one<'|'>>> {};
/// |---|---:| under a header, or between any two rows of a table that is drawn: it has no cells.
struct ruled : p::seq<beside_rule, p::plus<rule_line, beside_rule>, end_of_line> {};

}  // namespace gouji::page_grammar
