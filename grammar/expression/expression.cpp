// SPDX-License-Identifier: Apache-2.0
#include "grammar/expression/expression.hpp"

#include "engine/base/utf8.hpp"
#include "engine/language/codes.hpp"

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/limit_depth.hpp>
#include <tao/pegtl/contrib/parse_tree.hpp>
#include <tao/pegtl/must_if.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace gouji {
namespace formula_grammar {

namespace p = tao::pegtl;

// Full-width signs are as good as ASCII ones: an input method writes them unasked.
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

struct letter : p::utf8::ranges<U'a', U'z', U'A', U'Z', U'\u4E00', U'\u9FFF', U'\u3400', U'\u4DBF', U'ａ', U'ｚ', U'Ａ', U'Ｚ', U'_'> {};
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
// Most names are Chinese: one look says that they are no keyword.
struct any_keyword : p::seq<p::at<p::range<'a', 'z'>>, p::sor<k_and, k_or, k_not, k_in, k_except, k_implies, k_true, k_false>> {};

struct word : p::seq<letter, p::star<letter_or_digit>> {};
struct path_text : p::seq<word, p::star<p::utf8::one<U'.', U'．'>, word>> {};
struct path : p::seq<p::not_at<any_keyword>, path_text> {};
struct function_name : p::seq<p::not_at<any_keyword>, word> {};

struct digits : p::seq<p::plus<numeral>, p::opt<p::utf8::one<U'.', U'．'>, p::plus<numeral>>> {};
struct unit : p::sor<TAO_PEGTL_STRING("万元"), TAO_PEGTL_STRING("亿元"), TAO_PEGTL_STRING("元"), TAO_PEGTL_STRING("%"), TAO_PEGTL_STRING("％"),
                  TAO_PEGTL_STRING("‰"), TAO_PEGTL_STRING("件"), TAO_PEGTL_STRING("宗"), TAO_PEGTL_STRING("条"), TAO_PEGTL_STRING("份"),
                  TAO_PEGTL_STRING("人次"), TAO_PEGTL_STRING("次"), TAO_PEGTL_STRING("个"), TAO_PEGTL_STRING("人"), TAO_PEGTL_STRING("项"),
                  TAO_PEGTL_STRING("家"), TAO_PEGTL_STRING("期"), TAO_PEGTL_STRING("天")> {};
struct part_of : p::sor<TAO_PEGTL_STRING("百分之"), TAO_PEGTL_STRING("千分之")> {};
struct number : p::seq<p::sor<p::seq<part_of, digits>, p::seq<digits, p::opt<blanks, unit>>>, end_of_word> {};
struct dash : p::one<'-'> {};
struct date : p::seq<p::rep<4, p::digit>, dash, p::rep<2, p::digit>, dash, p::rep<2, p::digit>, end_of_word> {};
struct quoted : p::star<p::not_one<'"'>> {};
struct inner_quoted : p::star<p::not_at<p::utf8::one<U'”', U'“'>>, p::any> {};
struct text_closing : p::one<'"'> {};
struct inner_text_closing : p::utf8::one<U'”', U'“'> {};
struct text : p::sor<p::if_must<p::one<'"'>, quoted, text_closing>, p::if_must<p::utf8::one<U'“', U'”'>, inner_quoted, inner_text_closing>> {};
struct truth : p::sor<k_true, k_false> {};

struct expression;
struct operand;  // what must follow an operator
struct inner : p::seq<expression> {};

struct group : p::if_must<opening, inner, closing> {};
struct members : p::list_must<inner, comma> {};
struct set : p::if_must<set_opening, members, set_closing> {};
struct arguments : p::list_must<inner, comma> {};
struct call : p::seq<function_name, blanks, opening, p::must<arguments>, p::must<closing>> {};
struct star : p::one<'*'> {};
struct selector : p::seq<p::sor<star, path>, blanks> {};
struct indexed : p::seq<path, blanks, index_opening, p::must<selector>, p::must<comma>, p::must<selector>, p::must<index_closing>> {};

struct primary : p::seq<p::sor<date, number, truth, text, set, group, call, indexed, path, star>, blanks> {};
struct minus_sign : p::utf8::one<U'-', U'−', U'－'> {};
struct negated : p::if_must<p::seq<minus_sign, blanks>, operand> {};
struct unary : p::sor<negated, primary> {};
struct operand : p::seq<unary> {};

struct times : p::utf8::one<U'*', U'×'> {};
struct over : p::utf8::one<U'/', U'÷', U'／'> {};
struct plus : p::utf8::one<U'+', U'＋'> {};
struct minus : p::seq<minus_sign> {};
struct product : p::list_must<operand, p::sor<times, over>, blank> {};
struct sum : p::list_must<product, p::sor<plus, minus>, blank> {};
struct exception : p::list_must<sum, k_except, blank> {};

// A single = can mean nothing else here.
struct equal : p::sor<TAO_PEGTL_STRING("=="), TAO_PEGTL_STRING("＝＝"), p::utf8::one<U'=', U'＝'>> {};
struct unequal : p::sor<TAO_PEGTL_STRING("!="), TAO_PEGTL_STRING("≠")> {};
struct at_most : p::sor<TAO_PEGTL_STRING("<="), TAO_PEGTL_STRING("≤")> {};
struct at_least : p::sor<TAO_PEGTL_STRING(">="), TAO_PEGTL_STRING("≥")> {};
struct less : p::utf8::one<U'<', U'＜'> {};
struct greater : p::utf8::one<U'>', U'＞'> {};
struct comparison : p::seq<exception, p::opt<p::sor<equal, unequal, at_most, at_least, less, greater, k_in>, blanks, p::must<exception>>> {};
struct inverted;
struct inversion : p::if_must<p::seq<k_not, blanks>, inverted> {};
struct inverted : p::sor<inversion, comparison> {};
struct conjunction : p::list_must<inverted, k_and, blank> {};
struct disjunction : p::list_must<conjunction, k_or, blank> {};
struct implication : p::list_must<disjunction, k_implies, blank> {};
struct expression : p::seq<implication> {};
struct whole : p::must<blanks, inner, blanks, p::eof> {};

/// What was expected where a must failed, in both languages, parted by '|'.
template <class Rule>
inline constexpr const char* expected = nullptr;
#define GOUJI_EXPECTED(rule, words) \
    template <>                     \
    inline constexpr const char* expected<rule> = words
GOUJI_EXPECTED(inner, "一个式子|an expression");
GOUJI_EXPECTED(arguments, "参数|an argument");
GOUJI_EXPECTED(closing, "）|)");
GOUJI_EXPECTED(index_closing, "]|]");
GOUJI_EXPECTED(set_closing, "}|}");
GOUJI_EXPECTED(comma, "逗号|a comma");
GOUJI_EXPECTED(text_closing, "引号|a quote");
GOUJI_EXPECTED(inner_text_closing, "引号|a quote");
GOUJI_EXPECTED(quoted, "文字|a text");
GOUJI_EXPECTED(inner_quoted, "文字|a text");
GOUJI_EXPECTED(selector, "行名、列名、变量或 *|a row, a column, a variable or *");
GOUJI_EXPECTED(operand, "一个数、名称或括号|a number, a name or a bracket");
GOUJI_EXPECTED(product, "一个数、名称或括号|a number, a name or a bracket");
GOUJI_EXPECTED(sum, "一组单元格|cells");
GOUJI_EXPECTED(exception, "比较的另一边|the other side of the comparison");
GOUJI_EXPECTED(inverted, "一个条件|a condition");
GOUJI_EXPECTED(conjunction, "一个条件|a condition");
GOUJI_EXPECTED(disjunction, "一个条件|a condition");
GOUJI_EXPECTED(p::eof, "运算符或公式的结尾|an operator or the end of the formula");
#undef GOUJI_EXPECTED

template <>
inline constexpr const char* expected<members> = "集合的成员|a member of the set";
template <>
inline constexpr const char* expected<blanks> = "空白|a blank";

struct errors {
    template <class Rule>
    static constexpr const char* message = expected<Rule>;
    template <class Rule>
    static constexpr bool raise_on_failure = false;  // only where a must says so
};
template <class Rule>
using control = p::must_if<errors>::control<Rule>;

// A pair of brackets enters three of the limited rules, a sign or a `not` one: 64 pairs, or 192 signs.
constexpr std::size_t deepest = 64;
constexpr std::size_t rules_for_each = 3;
template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<expression> : p::limit_depth<rules_for_each * deepest> {};
template <>
struct action<unary> : p::limit_depth<rules_for_each * deepest> {};
template <>
struct action<inverted> : p::limit_depth<rules_for_each * deepest> {};

template <class Rule>
using selected = p::parse_tree::selector<Rule,
    p::parse_tree::store_content::on<path, function_name, digits, unit, part_of, date, quoted, inner_quoted, k_true, k_false, star>,
    p::parse_tree::remove_content::on<number, set, call, indexed, negated, inversion, times, over, plus, minus, k_except, equal, unequal, at_most, at_least,
        less, greater, k_in, k_and, k_or, k_implies>,
    p::parse_tree::fold_one::on<product, sum, exception, comparison, conjunction, disjunction, implication>>;

}  // namespace formula_grammar

namespace {

namespace g = formula_grammar;
using Tree = tao::pegtl::parse_tree::node;

struct Infix {
    bool (*is)(const Tree&);
    NodeKind kind;
};

template <class Rule>
bool is(const Tree& node) {
    return node.is_type<Rule>();
}

constexpr std::array infixes = {Infix{is<g::times>, NodeKind::multiply}, Infix{is<g::over>, NodeKind::divide}, Infix{is<g::plus>, NodeKind::add}, Infix{is<g::minus>, NodeKind::subtract},
    Infix{is<g::k_except>, NodeKind::except}, Infix{is<g::equal>, NodeKind::equal}, Infix{is<g::unequal>, NodeKind::unequal},
    Infix{is<g::at_most>, NodeKind::at_most}, Infix{is<g::at_least>, NodeKind::at_least}, Infix{is<g::less>, NodeKind::less},
    Infix{is<g::greater>, NodeKind::greater}, Infix{is<g::k_in>, NodeKind::in}, Infix{is<g::k_and>, NodeKind::both},
    Infix{is<g::k_or>, NodeKind::either}, Infix{is<g::k_implies>, NodeKind::implies}};

NodeKind kind_of(const Tree& sign) {
    return std::find_if(infixes.begin(), infixes.end(), [&](const Infix& one) { return one.is(sign); })->kind;
}

Span span_of(const Tree& tree) {
    return {static_cast<std::uint32_t>(tree.begin().byte), static_cast<std::uint32_t>(tree.has_content() ? tree.end().byte : tree.begin().byte)};
}

/// Full-width letters, digits and signs as their ASCII ones.
std::string narrowed(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        const bool wide = one.code >= U'！' && one.code <= U'～';
        utf8::append(made, wide ? one.code - U'！' + U'!' : one.code);
        at += one.size;
    }
    return made;
}

Node convert(const Tree& tree);

/// a + b − c, as (a + b) − c.
Node fold_left(const Tree& tree) {
    Node made = convert(*tree.children[0]);
    for (std::size_t i = 1; i + 1 < tree.children.size(); i += 2) {
        Node right = convert(*tree.children[i + 1]);
        Node outer{kind_of(*tree.children[i]), hull(made.span, right.span), {}, {}, {}};
        outer.kids.push_back(std::move(made));
        outer.kids.push_back(std::move(right));
        made = std::move(outer);
    }
    return made;
}

Node with_kids(NodeKind kind, const Tree& tree, std::size_t from) {
    Node made{kind, {}, {}, {}, {}};
    for (std::size_t i = from; i < tree.children.size(); ++i) {
        made.kids.push_back(convert(*tree.children[i]));
        made.span = hull(made.span, made.kids.back().span);
    }
    return made;
}

/// 3件, 0.28万元, 百分之5.
Node number_of(const Tree& tree) {
    const bool part = tree.children[0]->is_type<g::part_of>();
    const Tree& digits = *tree.children[part ? 1 : 0];
    Node made{NodeKind::number, span_of(digits), narrowed(digits.string()), {}, {}};
    if (tree.children.size() == 1) return made;
    const Tree& sign = *tree.children[part ? 0 : 1];
    made.unit = part ? (sign.string_view() == "百分之" ? "%" : "‰") : narrowed(sign.string());
    made.span = hull(made.span, span_of(sign));
    return made;
}

Node convert(const Tree& tree) {
    if (tree.is_type<g::number>()) {
        return number_of(tree);
    }
    if (tree.is_type<g::date>()) return {NodeKind::date, span_of(tree), tree.string(), {}, {}};
    if (tree.is_type<g::quoted>() || tree.is_type<g::inner_quoted>()) return {NodeKind::text, span_of(tree), tree.string(), {}, {}};
    if (tree.is_type<g::path>()) return {NodeKind::name, span_of(tree), narrowed(tree.string()), {}, {}};
    if (tree.is_type<g::star>()) return {NodeKind::star, span_of(tree), "*", {}, {}};
    if (tree.is_type<g::k_true>() || tree.is_type<g::k_false>()) return {NodeKind::truth, span_of(tree), tree.string(), {}, {}};
    if (tree.is_type<g::set>()) return with_kids(NodeKind::set, tree, 0);
    if (tree.is_type<g::indexed>()) return with_kids(NodeKind::index, tree, 0);
    if (tree.is_type<g::call>()) {
        Node made = with_kids(NodeKind::call, tree, 1);
        made.text = narrowed(tree.children[0]->string());
        made.span = span_of(*tree.children[0]);
        return made;
    }
    if (tree.is_type<g::negated>()) return with_kids(NodeKind::negate, tree, 0);
    if (tree.is_type<g::inversion>()) return with_kids(NodeKind::invert, tree, 0);
    return fold_left(tree);
}

FormulaMistake mistake_at(std::size_t byte, std::string_view expected) {
    const std::size_t bar = expected.find('|');
    const Words words = {std::string(expected.substr(0, bar)), std::string(expected.substr(bar + 1))};
    return {diagnose(language_codes::syntax, {{"expected", words}}), {static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte + 1)}};
}

}  // namespace

ParsedFormula parse_formula(std::string_view formula) {
    constexpr std::size_t longest = 4000;
    ParsedFormula made;
    if (formula.size() > longest) {
        made.mistakes.push_back({diagnose(language_codes::too_long, {{"limit", same(std::to_string(longest))}}), {longest, longest + 1}});
        return made;
    }
    tao::pegtl::memory_input input(formula.data(), formula.size(), "formula");
    try {
        const auto tree = tao::pegtl::parse_tree::parse<g::whole, g::selected, g::action, g::control>(input);
        if (tree && !tree->children.empty()) made.root = convert(*tree->children[0]);
        else made.mistakes.push_back(mistake_at(0, "一个式子|an expression"));
    } catch (const tao::pegtl::parse_error& error) {
        const std::size_t byte = error.positions().front().byte;
        if (error.message().find("nesting depth") != std::string_view::npos) {
            made.mistakes.push_back({diagnose(language_codes::too_deep, {{"limit", same(std::to_string(g::deepest))}}),
                {static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte + 1)}});
        } else {
            made.mistakes.push_back(mistake_at(byte, error.message()));
        }
    }
    return made;
}

}  // namespace gouji
