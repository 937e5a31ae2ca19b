// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar of lines: rows of | cells, and others.
// Refuses: to make a table; own_tables.cpp does.
#pragma once

#include "grammar/lexical/private_lexical.hpp"

namespace gouji::line_grammar {

namespace p = tao::pegtl;

struct bar : p::one<'|'> {};
struct cell_text : p::star<p::not_one<'|', '\n'>> {};
struct row : p::seq<p::opt<lexical::blanks, bar>, cell_text, p::plus<bar, cell_text>> {};
struct row_line : p::seq<row, p::sor<p::one<'\n'>, p::eof>> {};
struct other_line : p::sor<p::one<'\n'>, p::seq<p::plus<p::not_one<'\n'>>, p::opt<p::one<'\n'>>>> {};
struct lines : p::until<p::eof, p::sor<row_line, other_line>> {};

}  // namespace gouji::line_grammar
