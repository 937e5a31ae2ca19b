// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of what looks like a figure and is no count: a bound, an estimate, other money, letters in a number,
// two numbers in one. And of the marks of notes behind a figure, which are no digits of it.
// Refuses: to make items; the grammar of tables does.
#pragma once

#include "grammar/filing/tables/private_change_grammar.hpp"
#include "grammar/filing/tables/private_item_state.hpp"
#include "grammar/filing/tables/private_page_grammar.hpp"
#include "grammar/lexical/private_lexical.hpp"

namespace gouji::spoiled_grammar {

namespace p = tao::pegtl;
namespace i = item_grammar;

struct cell_end : p::at<p::sor<lexical::white, p::one<'|'>, p::eof>> {};

/// 185¹, 140[1], 140①: before digits of a label ① would be its number.
struct raised : p::utf8::one<U'¹', U'²', U'³', U'⁰', U'⁴', U'⁵', U'⁶', U'⁷', U'⁸', U'⁹', U'⁺', U'⁻', U'⁼', U'⁽', U'⁾'> {
};
struct lowered : p::utf8::range<U'₀', U'₎'> {};
struct note_number : p::seq<p::opt<p::utf8::one<U'注'>>, p::rep_min_max<1, 2, p::sor<p::digit, raised>>> {};
struct bracketed_note : p::sor<p::seq<p::one<'['>, note_number, p::one<']'>>,
                            p::seq<p::utf8::one<U'〔'>, note_number, p::utf8::one<U'〕'>>,
                            p::seq<p::utf8::one<U'【'>, note_number, p::utf8::one<U'】'>>,
                            p::seq<p::one<'('>, p::utf8::one<U'注'>, p::star<p::digit>, p::one<')'>>> {};
struct note_sign : p::sor<raised, bracketed_note, p::utf8::range<U'①', U'⑳'>> {};
struct note_mark : p::sor<p::seq<lexical::blanks, bracketed_note, cell_end>, p::seq<p::plus<note_sign>, cell_end>> {};
/// The same behind a label, where a figure may follow without a blank.
struct note_of_label : p::sor<bracketed_note, p::seq<p::plus<note_sign>, cell_end>> {};

/// Digits as they are, right or wrong.
struct digits : p::seq<p::opt<p::one<'+', '-', '.'>>, p::digit,
                    p::star<p::sor<p::digit, p::seq<p::one<',', '.'>, p::at<p::digit>>>>> {};

/// Markdown has headings with # and quotes with >, and a blank behind them.
struct tight_sign : p::utf8::one<U'#', U'>', U'=', U'@', U'&', U'^', U'×', U'\uFFFD'> {};
struct loose_sign
    : p::utf8::one<U'<', U'≤', U'≥', U'≦', U'≧', U'≮', U'≯', U'≈', U'≒', U'~', U'±', U'¥', U'$', U'€', U'£', U'№'> {};
struct word_before : p::sor<TAO_PEGTL_STRING("超过"), TAO_PEGTL_STRING("不足"), TAO_PEGTL_STRING("大于"),
                         TAO_PEGTL_STRING("小于"), p::utf8::one<U'约', U'近', U'超', U'逾'>> {};
struct before
    : p::sor<p::seq<p::plus<p::sor<loose_sign, tight_sign>>, lexical::blanks>, p::seq<word_before, lexical::blanks>> {};

struct letter : p::ranges<'a', 'z', 'A', 'Z'> {};
struct tail_character : p::seq<p::not_at<i::ordinal_of_label>,
                            p::sor<letter, p::digit, raised, lowered,
                                p::utf8::one<U'+', U'-', U'.', U',', U'<', U'>', U'~', U'#', U'=', U'^', U'×', U'?',
                                    U'/', U':', U'\uFFFD'>>> {};
struct sign_behind : p::sor<letter, raised, lowered,
                         p::utf8::one<U'+', U'<', U'>', U'≤', U'≥', U'~', U'#', U'=', U'^', U'×', U'\uFFFD'>,
                         p::seq<p::one<'?'>, cell_end>> {};
/// 185-1, 3/5, 9:05, 1.2.3, 22(16), and 185- or 3/ with nothing after it.
struct second_number : p::sor<p::seq<p::sor<p::one<'/', ':'>, p::plus<page_grammar::dash_sign>>, p::digit>,
                           p::seq<p::sor<p::one<'/'>, p::plus<page_grammar::dash_sign>>, cell_end>,
                           p::seq<p::one<'('>, p::plus<p::digit>, p::one<')'>, cell_end>> {};
struct other_money
    : p::sor<TAO_PEGTL_STRING("美元"), TAO_PEGTL_STRING("港元"), TAO_PEGTL_STRING("港币"), TAO_PEGTL_STRING("欧元"),
          TAO_PEGTL_STRING("日元"), TAO_PEGTL_STRING("英镑"), TAO_PEGTL_STRING("韩元"), TAO_PEGTL_STRING("人民币")> {};
struct unit : p::utf8::one<U'件', U'宗', U'条', U'份', U'次', U'项', U'个', U'起', U'元', U'人'> {};
struct about
    : p::sor<p::utf8::one<U'余', U'多', U'几'>, TAO_PEGTL_STRING("以上"), TAO_PEGTL_STRING("以下"),
          TAO_PEGTL_STRING("以内"), TAO_PEGTL_STRING("左右"), TAO_PEGTL_STRING("上下"), TAO_PEGTL_STRING("不到")> {};
struct power : p::utf8::one<U'万', U'亿'> {};
/// 300余, 180件以上, 12.5万美元, 12人次, 12.5万
struct words_behind
    : p::seq<p::sor<p::seq<p::opt<power>, other_money>, p::seq<p::opt<power>, p::opt<unit>, about, p::opt<unit>>,
                 TAO_PEGTL_STRING("人次"), power, p::utf8::one<U'人'>>,
          cell_end> {};
struct behind : p::sor<p::seq<p::not_at<note_mark>, sign_behind, p::star<tail_character>>,
                    p::seq<second_number, p::star<tail_character>>, words_behind> {};

struct with_sign : p::seq<before, digits, p::opt<behind>, p::opt<unit, cell_end>> {};
struct with_letters : p::seq<p::rep_min_max<1, 3, letter>, p::opt<p::one<'.'>>, digits, p::opt<behind>> {};
struct with_tail : p::seq<digits, behind> {};
struct with_points : p::seq<p::plus<p::digit>, p::rep_min<2, lexical::fraction>> {};
/// 12,34: no separator of thousands is there.
struct with_comma : p::seq<p::plus<p::digit>, p::one<','>, p::rep_min_max<1, 2, p::digit>, p::not_at<p::digit>> {};
/// 12%: a column of shares is beside the columns of the form; where cells are apart it may be in one of them.
struct share : p::seq<i::after_bar, p::plus<p::digit>, p::opt<lexical::fraction>, p::one<'%'>, lexical::blanks,
                   p::at<p::one<'|'>>> {};
/// Of a growth: no count, and where growths are told, 增2减1 says two things.
struct with_change
    : p::seq<p::sor<p::plus<change_grammar::changed, p::opt<p::one<'/', ','>>>, change_grammar::unchanged>, cell_end> {
};
/// Letters that look like digits, alone in a cell: I, O, l0. And what was lost.
struct look_alikes
    : p::seq<p::plus<p::sor<p::one<'I', 'l', 'O', 'o', 'S', 'B', 'Z', 'z', 'D', 'Q'>, p::utf8::one<U'\uFFFD'>>>,
          cell_end> {};

/// What people write in the place of a figure.
struct no_figure : p::seq<p::sor<TAO_PEGTL_STRING("详见附件"), TAO_PEGTL_STRING("见附件"), TAO_PEGTL_STRING("详见附表"),
                              TAO_PEGTL_STRING("见附表"), TAO_PEGTL_STRING("不详"), TAO_PEGTL_STRING("未统计"),
                              TAO_PEGTL_STRING("无数据"), TAO_PEGTL_STRING("暂无"), TAO_PEGTL_STRING("暂缺"),
                              TAO_PEGTL_STRING("未知"), TAO_PEGTL_STRING("不适用"), TAO_PEGTL_STRING("略")>,
                       cell_end> {};

/// In a cell, or behind blanks: run together with other figures nobody can tell what belongs to it.
struct spoiled : p::seq<i::apart,
                     p::sor<with_tail, with_points, with_comma, share, with_sign, with_letters, with_change,
                         look_alikes, no_figure>> {};

}  // namespace gouji::spoiled_grammar
