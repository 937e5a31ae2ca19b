// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of how a cell says that a number changed: 增2, 减少3项, 不变.
// Refuses: to say which cells tell of changes; the form does.
#pragma once

#include "grammar/lexical/private_lexical.hpp"

namespace gouji::change_grammar {

namespace p = tao::pegtl;

struct growth : p::sor<TAO_PEGTL_STRING("增加"), TAO_PEGTL_STRING("新增"), p::utf8::one<U'增', U'↑'>> {};
struct loss : p::sor<TAO_PEGTL_STRING("减少"), p::utf8::one<U'减', U'↓'>> {};
struct changed
    : p::seq<p::sor<growth, loss>, lexical::blanks, p::plus<p::digit>, p::opt<p::utf8::one<U'项', U'件', U'个'>>> {};
struct unchanged : p::sor<TAO_PEGTL_STRING("无变化"), TAO_PEGTL_STRING("没有变化"), TAO_PEGTL_STRING("未变化"),
                       TAO_PEGTL_STRING("无增减"), TAO_PEGTL_STRING("不变"), TAO_PEGTL_STRING("持平")> {};

}  // namespace gouji::change_grammar
