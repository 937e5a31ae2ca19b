// SPDX-License-Identifier: Apache-2.0
// Owns: the smallest rules of normalised text: digits, numerals, ordinals, blanks, punctuation.
// Refuses: to include anything of ours; the grammars build on it, inside .cpp files only.
#pragma once

#include <tao/pegtl.hpp>

#include <cstddef>
#include <string_view>

namespace gouji::lexical {

namespace p = tao::pegtl;

struct blank : p::one<' ', '\t'> {};
struct blanks : p::star<blank> {};
struct white : p::one<' ', '\t', '\n'> {};

struct numeral_digit
    : p::utf8::one<U'零', U'〇', U'○', U'一', U'二', U'两', U'三', U'四', U'五', U'六', U'七', U'八', U'九'> {};
struct numeral_power : p::utf8::one<U'十', U'百', U'千', U'万', U'亿'> {};
/// 十二, 二百零五, 二〇二二
struct numeral : p::plus<p::sor<numeral_digit, numeral_power>> {};

/// 1,234,567: groups of three, never inside a longer run of digits.
struct grouped
    : p::seq<p::rep_min_max<1, 3, p::digit>, p::plus<p::one<','>, p::rep<3, p::digit>>, p::not_at<p::digit>> {};
struct fraction : p::seq<p::one<'.'>, p::plus<p::digit>> {};
struct whole_digits : p::sor<grouped, p::plus<p::digit>> {};
struct decimal : p::seq<whole_digits, p::opt<fraction>> {};

/// Ends what a pattern may bridge: 。 ! ? and an empty line.
struct sentence_end : p::sor<p::utf8::one<U'。', U'!', U'?'>, p::seq<p::one<'\n'>, blanks, p::one<'\n'>>> {};

/// Bytes that a rule takes at `at`, 0 for none.
template <class Rule>
std::size_t taken(std::string_view text, std::size_t at) {
    p::memory_input<p::tracking_mode::lazy> input(text.data() + at, text.data() + text.size(), "");
    return p::parse<Rule>(input) ? static_cast<std::size_t>(input.current() - text.data()) - at : 0;
}

}  // namespace gouji::lexical
