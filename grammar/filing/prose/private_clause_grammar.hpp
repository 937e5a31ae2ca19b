// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of clauses. It reads signs, one for the class of each word, figure or mark of a
// sentence, and says which of them one figure belongs to.
// Refuses: to know words; tokens.cpp makes the signs, and statements.cpp says what is done where a rule has matched.
#pragma once

#include <tao/pegtl.hpp>

namespace gouji::clause_grammar {

namespace p = tao::pegtl;

/// A word of any class, and one that is not known. The signs are those of `sign_of` in tokens.cpp.
struct word
    : p::one<'n', 'o', 'v', 'w', 'h', 't', 's', 'A', 'r', 'g', 'N', 'i', 'T', 'k', 'c', 'b', 'z', 'p', 'q', '?'> {};
struct joined : p::one<'&'> {};
struct figure : p::one<'F'> {};
struct percent : p::one<'S'> {};

/// 按照有关规定: what is between says nothing here.
struct phrase : p::seq<p::one<'B'>, p::star<p::not_at<p::one<'z'>>, p::sor<word, joined>>, p::one<'z'>> {};
/// Brackets without a figure or a claim: 区政府(含办公室)收到.
struct aside : p::seq<p::one<'('>, p::star<p::not_one<'(', ')', 'F', 'S', 'A', 'N', 'e'>>, p::one<')'>> {};
struct preposition : p::one<'B'> {};
struct piece : p::sor<phrase, preposition, word> {};
struct pieces : p::plus<p::sor<piece, aside>> {};
/// Words before a figure; 和 may join them: 行政复议和行政诉讼3件.
struct lead
    : p::seq<piece,
          p::star<p::sor<piece, p::seq<p::plus<joined>, p::at<piece>>, p::seq<aside, p::at<p::sor<piece, figure>>>>>> {
};
struct end_of_clause : p::at<p::sor<p::one<',', ';', ':', '(', ')', '&', 'e'>, p::eof>> {};
/// 收到8份申请: the words go on behind the figure, to the end of the clause.
struct tail : p::seq<pieces, end_of_clause> {};
/// ,占比98.5%
struct share : p::seq<p::opt<p::one<','>>, p::star<p::one<'p', 'T'>>, p::one<'k'>, p::star<word>, percent> {};
struct after_words : p::seq<lead, figure, p::opt<tail>, p::opt<share>> {};
struct before_words : p::seq<figure, p::opt<pieces>, p::opt<share>> {};
struct rate : p::seq<lead, percent> {};
struct bare : p::seq<lead> {};
struct statement : p::sor<after_words, before_words, rate, bare> {};

struct open : p::one<'('> {};
struct close : p::one<')'> {};
struct linked : p::one<'&'> {};
struct comma : p::one<','> {};
struct semicolon : p::one<';'> {};
struct colon : p::one<':'> {};
struct end : p::one<'e'> {};
struct anything : p::any {};
struct sentence : p::star<p::sor<statement, open, close, comma, semicolon, colon, linked, end, anything>> {};

}  // namespace gouji::clause_grammar
