// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of numbers as filings print them: digits or a numeral, and what is before a unit.
// Refuses: to make anything; number.cpp says what is done where a rule has matched.
#pragma once

#include "grammar/lexical/private_lexical.hpp"

namespace gouji::number_grammar {

namespace p = tao::pegtl;

struct digits : p::seq<lexical::decimal> {};
struct numeral : p::seq<lexical::numeral> {};
struct roughly : p::utf8::one<U'余', U'多', U'几'> {};
struct power : p::utf8::one<U'万', U'亿'> {};
struct before_unit : p::seq<p::opt<roughly>, lexical::blanks, p::opt<power>, p::opt<roughly>> {};
struct figure : p::seq<p::sor<digits, numeral>, before_unit> {};

}  // namespace gouji::number_grammar
