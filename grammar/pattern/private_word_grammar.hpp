// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of what is a word in a pattern, <名>, and what is left to the grammar of patterns.
// Refuses: to know any word.
#pragma once

#include "grammar/pattern/private_pattern_grammar.hpp"

namespace gouji::word_grammar {

namespace p = tao::pegtl;

struct word : p::seq<p::one<'<'>, p::plus<pattern_grammar::character>, p::one<'>'>> {};
/// A sign that begins no word is left in it: the grammar of patterns says what is wrong there.
struct plain : p::plus<p::not_at<word>, p::any> {};
struct whole : p::star<p::sor<word, plain>> {};

}  // namespace gouji::word_grammar
