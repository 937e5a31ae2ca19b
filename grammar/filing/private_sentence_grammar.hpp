// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar that cuts prose into sentences.
// Refuses: to look into one; mentions.cpp does.
#pragma once

#include "grammar/private_lexical.hpp"

namespace gouji::sentence_grammar {

namespace p = tao::pegtl;

/// Bytes that no end of a sentence begins with.
struct inside : p::plus<p::not_one<'!', '?', '\n', '\xE3'>> {};
struct sentence : p::plus<p::sor<inside, p::seq<p::not_at<lexical::sentence_end>, p::utf8::any>>> {};
struct sentences : p::star<p::sor<lexical::sentence_end, sentence>> {};

}  // namespace gouji::sentence_grammar
