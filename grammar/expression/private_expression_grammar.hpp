// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of formulas.
// Refuses: to make anything; expression.cpp says what is done where a rule has matched.
#pragma once

#include <tao/pegtl.hpp>

namespace gouji {
namespace formula_grammar {

namespace p = tao::pegtl;

// Full-width signs count as ASCII ones, because input methods write them unasked.
struct blank : p::utf8::one<U' ', U'\t', U'\n', U'\r', U'\u3000'> {};
struct blanks : p::star<blank> {};
template <char32_t... C>
struct sign : p::seq<p::utf8::one<C...>, blanks> {};

struct comma : sign<U',', U'，', U'、'> {};
struct opening : sign<U'(', U'（'> {};
struct closing : sign<U')', U'）'> {};
struct index_opening : sign<U'[', U'［', U'【'> {};
struct index_closing : sign<U']', U'］', U'】'> {};
struct set_opening : sign<U'{', U'｛'> {};
struct set_closing : sign<U'}', U'｝'> {};

struct letter : p::utf8::ranges<U'a', U'z', U'A', U'Z', U'\u4E00', U'\u9FFF', U'\u3400', U'\u4DBF', U'ａ', U'ｚ', U'Ａ',
                    U'Ｚ', U'_'> {};
struct numeral : p::utf8::ranges<U'0', U'9', U'０', U'９'> {};
struct letter_or_digit : p::sor<letter, numeral> {};
struct end_of_word : p::not_at<letter_or_digit> {};
template <class... Spelling>
struct keyword : p::seq<Spelling..., end_of_word> {};
struct k_and : keyword<TAO_PEGTL_STRING("and")> {};
struct k_or : keyword<TAO_PEGTL_STRING("or")> {};
struct k_not : keyword<TAO_PEGTL_STRING("not")> {};
struct k_in : keyword<TAO_PEGTL_STRING("in")> {};
struct k_except : keyword<TAO_PEGTL_STRING("except")> {};
struct k_implies : keyword<TAO_PEGTL_STRING("implies")> {};
struct k_true : keyword<TAO_PEGTL_STRING("true")> {};
struct k_false : keyword<TAO_PEGTL_STRING("false")> {};
// Most names are Chinese: their first letter shows that they are not keywords.
struct any_keyword
    : p::seq<p::at<p::range<'a', 'z'>>, p::sor<k_and, k_or, k_not, k_in, k_except, k_implies, k_true, k_false>> {};

struct word : p::seq<letter, p::star<letter_or_digit>> {};
struct path_text : p::seq<word, p::star<p::utf8::one<U'.', U'．'>, word>> {};
struct path : p::seq<p::not_at<any_keyword>, path_text> {};

struct digits : p::seq<p::plus<numeral>, p::opt<p::utf8::one<U'.', U'．'>, p::plus<numeral>>> {};
struct unit : p::sor<TAO_PEGTL_STRING("万元"), TAO_PEGTL_STRING("亿元"), TAO_PEGTL_STRING("元"), TAO_PEGTL_STRING("%"),
                  TAO_PEGTL_STRING("％"), TAO_PEGTL_STRING("‰"), TAO_PEGTL_STRING("件"), TAO_PEGTL_STRING("宗"),
                  TAO_PEGTL_STRING("条"), TAO_PEGTL_STRING("份"), TAO_PEGTL_STRING("人次"), TAO_PEGTL_STRING("次"),
                  TAO_PEGTL_STRING("个"), TAO_PEGTL_STRING("人"), TAO_PEGTL_STRING("项"), TAO_PEGTL_STRING("家"),
                  TAO_PEGTL_STRING("期"), TAO_PEGTL_STRING("天")> {};
struct part_of : p::sor<TAO_PEGTL_STRING("百分之"), TAO_PEGTL_STRING("千分之")> {};
struct share : p::seq<part_of, digits, end_of_word> {};
struct number : p::seq<digits, p::opt<blanks, unit>, end_of_word> {};
struct dash : p::one<'-'> {};
struct date : p::seq<p::rep<4, p::digit>, dash, p::rep<2, p::digit>, dash, p::rep<2, p::digit>, end_of_word> {};
struct quoted : p::star<p::not_one<'"'>> {};
struct inner_quoted : p::star<p::not_at<p::utf8::one<U'”', U'“'>>, p::any> {};
struct text_closing : p::one<'"'> {};
struct inner_text_closing : p::utf8::one<U'”', U'“'> {};
struct text : p::sor<p::if_must<p::one<'"'>, quoted, text_closing>,
                  p::if_must<p::utf8::one<U'“', U'”'>, inner_quoted, inner_text_closing>> {};
struct truth : p::sor<k_true, k_false> {};

struct expression;
struct operand;  // what must follow an operator
struct inner : p::seq<expression> {};

struct group : p::if_must<opening, inner, closing> {};
struct mark : p::success {};  // what is read from here on belongs together
struct members : p::list_must<inner, comma> {};
struct set : p::if_must<p::seq<set_opening, mark>, members, set_closing> {};
struct arguments : p::list_must<inner, comma> {};
struct called : p::if_must<p::seq<opening, mark>, arguments, closing> {};
struct star : p::one<'*'> {};
struct selected : p::seq<path, blanks, p::opt<called>> {};  // parent(r)
struct selector : p::seq<p::sor<star, selected, number, text>, blanks> {};
struct indexed : p::if_must<p::seq<index_opening, mark>, selector, comma, selector, index_closing> {};
struct named : p::seq<path, blanks, p::opt<p::sor<called, indexed>>> {};

struct primary : p::seq<p::sor<share, named, date, number, truth, text, set, group, star>, blanks> {};
struct minus_sign : p::utf8::one<U'-', U'−', U'－'> {};
struct negated : p::if_must<p::seq<minus_sign, blanks>, operand> {};
struct unary : p::sor<negated, primary> {};
struct operand : p::seq<unary> {};

// Operators come in the order in which they are written; `FormulaBuilder` orders them by how they bind. A rule for each
// binding would be entered for every operand, and would take most of the time of reading rules.
struct times : p::utf8::one<U'*', U'×'> {};
struct over : p::utf8::one<U'/', U'÷', U'／'> {};
struct plus : p::utf8::one<U'+', U'＋'> {};
struct minus : p::seq<minus_sign> {};
struct excepted : p::seq<operand> {};
struct calculation : p::seq<operand,
                         p::star<p::sor<p::if_must<p::seq<p::sor<plus, minus, times, over>, blanks>, operand>,
                             p::if_must<p::seq<k_except, blanks>, excepted>>>> {};

// A single = can mean nothing else here.
struct equal : p::sor<TAO_PEGTL_STRING("=="), TAO_PEGTL_STRING("＝＝"), p::utf8::one<U'=', U'＝'>> {};
struct unequal : p::sor<TAO_PEGTL_STRING("!="), TAO_PEGTL_STRING("≠")> {};
struct at_most : p::sor<TAO_PEGTL_STRING("<="), TAO_PEGTL_STRING("≤")> {};
struct at_least : p::sor<TAO_PEGTL_STRING(">="), TAO_PEGTL_STRING("≥")> {};
struct less : p::utf8::one<U'<', U'＜'> {};
struct greater : p::utf8::one<U'>', U'＞'> {};
struct compared : p::seq<calculation> {};
struct comparison
    : p::seq<calculation,
          p::opt<p::sor<equal, unequal, at_most, at_least, less, greater, k_in>, blanks, p::must<compared>>> {};
struct inverted;
struct inversion : p::if_must<p::seq<k_not, blanks>, inverted> {};
struct chain : p::success {};  // the operators from here on are ordered among themselves
struct inverted : p::seq<chain, p::sor<inversion, comparison>> {};
struct expression : p::seq<chain, p::list_must<inverted, p::sor<k_and, k_or, k_implies>, blank>> {};
struct whole : p::must<blanks, inner, blanks, p::eof> {};

}  // namespace formula_grammar
}  // namespace gouji
