// SPDX-License-Identifier: Apache-2.0
#include "grammar/expression/expression.hpp"

#include "engine/language/codes.hpp"
#include "grammar/expression/private_expression_builder.hpp"
#include "grammar/expression/private_expression_grammar.hpp"
#include "grammar/lexical/private_parse_failure.hpp"

#include <string>
#include <string_view>

namespace gouji {
namespace formula_grammar {

using lexical::Expected;

/// What is expected where a rule fails that must match.
template <class Rule>
inline constexpr Expected expected{};
#define GOUJI_EXPECTED(rule, zh, en)           \
    template <>                                \
    inline constexpr Expected expected<rule> { \
        zh, en                                 \
    }
GOUJI_EXPECTED(inner, "一个式子", "an expression");
GOUJI_EXPECTED(arguments, "参数", "an argument");
GOUJI_EXPECTED(closing, "）", ")");
GOUJI_EXPECTED(index_closing, "]", "]");
GOUJI_EXPECTED(set_closing, "}", "}");
GOUJI_EXPECTED(comma, "逗号", "a comma");
GOUJI_EXPECTED(text_closing, "引号", "a quote");
GOUJI_EXPECTED(inner_text_closing, "引号", "a quote");
GOUJI_EXPECTED(quoted, "文字", "a text");
GOUJI_EXPECTED(inner_quoted, "文字", "a text");
GOUJI_EXPECTED(selector, "行名、列名、变量或 *", "a row, a column, a variable or *");
GOUJI_EXPECTED(operand, "一个数、名称或括号", "a number, a name or a bracket");
GOUJI_EXPECTED(excepted, "一组单元格", "cells");
GOUJI_EXPECTED(compared, "比较的另一边", "the other side of the comparison");
GOUJI_EXPECTED(inverted, "一个条件", "a condition");
GOUJI_EXPECTED(members, "集合的成员", "a member of the set");
GOUJI_EXPECTED(blanks, "空白", "a blank");
GOUJI_EXPECTED(p::eof, "运算符或公式的结尾", "an operator or the end of the formula");
#undef GOUJI_EXPECTED

template <class Rule>
using control = lexical::expecting_control<Rule, expected<Rule>>;

// A pair of brackets enters three of the limited rules, a sign or a `not` one: 64 pairs, or 192 signs.
constexpr std::size_t deepest = 64;
constexpr std::size_t rules_for_each = 3;

template <class Rule>
struct action : p::nothing<Rule> {};

template <NodeKind Kind>
struct leaf {
    template <class Input>
    static void apply(const Input& in, FormulaBuilder& builder) {
        builder.push(Kind, in.string_view());
    }
};
template <NodeKind Kind, int Binding>
struct infix {
    static void apply0(FormulaBuilder& builder) { builder.push(Kind, Binding); }
};
/// An action that needs no text, and one that does.
template <auto Does>
struct act {
    static void apply0(FormulaBuilder& builder) { (builder.*Does)(); }
};
template <auto Does>
struct act_on {
    template <class Input>
    static void apply(const Input& in, FormulaBuilder& builder) {
        (builder.*Does)(in.string_view());
    }
};
#define GOUJI_ACTION(rule, ...) \
    template <>                 \
    struct action<rule> : __VA_ARGS__ {}
GOUJI_ACTION(path, leaf<NodeKind::name>);
GOUJI_ACTION(star, leaf<NodeKind::star>);
GOUJI_ACTION(date, leaf<NodeKind::date>);
GOUJI_ACTION(truth, leaf<NodeKind::truth>);
GOUJI_ACTION(quoted, leaf<NodeKind::text>);
GOUJI_ACTION(inner_quoted, leaf<NodeKind::text>);
GOUJI_ACTION(digits, act_on<&FormulaBuilder::see_digits>);
GOUJI_ACTION(unit, act_on<&FormulaBuilder::see_unit>);
GOUJI_ACTION(number, act<&FormulaBuilder::push_number>);
GOUJI_ACTION(share, act_on<&FormulaBuilder::push_share>);
GOUJI_ACTION(times, infix<NodeKind::multiply, 7>);
GOUJI_ACTION(over, infix<NodeKind::divide, 7>);
GOUJI_ACTION(plus, infix<NodeKind::add, 6>);
GOUJI_ACTION(minus, infix<NodeKind::subtract, 6>);
GOUJI_ACTION(k_except, infix<NodeKind::except, 5>);
GOUJI_ACTION(equal, infix<NodeKind::equal, 4>);
GOUJI_ACTION(unequal, infix<NodeKind::unequal, 4>);
GOUJI_ACTION(at_most, infix<NodeKind::at_most, 4>);
GOUJI_ACTION(at_least, infix<NodeKind::at_least, 4>);
GOUJI_ACTION(less, infix<NodeKind::less, 4>);
GOUJI_ACTION(greater, infix<NodeKind::greater, 4>);
GOUJI_ACTION(k_in, infix<NodeKind::in, 4>);
GOUJI_ACTION(k_and, infix<NodeKind::both, 3>);
GOUJI_ACTION(k_or, infix<NodeKind::either, 2>);
GOUJI_ACTION(k_implies, infix<NodeKind::implies, 1>);
GOUJI_ACTION(mark, act<&FormulaBuilder::mark>);
GOUJI_ACTION(set, act<&FormulaBuilder::gather_set>);
GOUJI_ACTION(indexed, act<&FormulaBuilder::gather_index>);
GOUJI_ACTION(called, act<&FormulaBuilder::gather_call>);
GOUJI_ACTION(negated, act<&FormulaBuilder::negate>);
GOUJI_ACTION(inversion, act<&FormulaBuilder::invert>);
GOUJI_ACTION(chain, act<&FormulaBuilder::open_chain>);
GOUJI_ACTION(expression, lexical::limit_nesting<rules_for_each * deepest>, act<&FormulaBuilder::close_chain>);
GOUJI_ACTION(inverted, lexical::limit_nesting<rules_for_each * deepest>, act<&FormulaBuilder::close_chain>);
GOUJI_ACTION(unary, lexical::limit_nesting<rules_for_each * deepest>);
#undef GOUJI_ACTION

}  // namespace formula_grammar

namespace {

namespace g = formula_grammar;

Span character_at(std::size_t byte) { return {static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte + 1)}; }

FormulaMistake unexpected_at(std::size_t byte, const Words& expected) {
    return {diagnose(language_codes::syntax, {{"expected", expected}}), character_at(byte)};
}

}  // namespace

ParsedFormula parse_formula(std::string_view formula) {
    constexpr std::size_t longest = 4000;
    ParsedFormula parsed;
    if (formula.size() > longest) {
        parsed.mistakes.push_back(
            {diagnose(language_codes::too_long, {{"limit", same(std::to_string(longest))}}), character_at(longest)});
        return parsed;
    }
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy> input(formula.data(), formula.size(), "formula");
    try {
        FormulaBuilder builder(formula);
        if (tao::pegtl::parse<g::whole, g::action, g::control>(input, builder)) parsed.root = builder.root();
        else parsed.mistakes.push_back(unexpected_at(0, g::expected<g::inner>.words()));
    } catch (const lexical::UnexpectedText& error) {
        parsed.mistakes.push_back(unexpected_at(error.byte, error.expected));
    } catch (const lexical::NestedTooDeep& error) {
        parsed.mistakes.push_back({diagnose(language_codes::too_deep, {{"limit", same(std::to_string(g::deepest))}}),
            character_at(error.byte)});
    }
    return parsed;
}

}  // namespace gouji
