// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of patterns.
// Refuses: to make anything; parse_pattern.cpp says what is done where a rule has matched.
#pragma once

#include <tao/pegtl.hpp>

namespace gouji::pattern_grammar {

namespace p = tao::pegtl;

struct gap : TAO_PEGTL_STRING("…") {};
struct name : p::plus<p::not_one<'{', '}'>> {};
struct closing_brace : p::one<'}'> {};
struct capture : p::if_must<p::one<'{'>, name, closing_brace> {};
struct sequence;
struct opening_bracket : p::one<'['> {};
struct closing_bracket : p::one<']'> {};
struct opening_parenthesis : p::one<'('> {};
struct closing_parenthesis : p::one<')'> {};
struct bar : p::one<'|'> {};
struct alternatives : p::list<sequence, bar> {};
struct optional : p::if_must<opening_bracket, alternatives, closing_bracket> {};
struct either : p::if_must<opening_parenthesis, alternatives, closing_parenthesis> {};
/// Anything but a sign of the language.
struct character : p::utf8::not_one<U'[', U']', U'(', U')', U'|', U'{', U'}', U'<', U'>', U'…'> {};
struct literal : p::plus<character> {};
struct sequence : p::star<p::sor<gap, capture, optional, either, literal>> {};
struct whole : p::must<sequence, p::eof> {};

}  // namespace gouji::pattern_grammar
