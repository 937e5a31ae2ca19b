// SPDX-License-Identifier: Apache-2.0
#include "engine/base/calendar.hpp"
#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/describe.hpp"
#include "engine/language/evaluate.hpp"
#include "engine/language/functions/functions.hpp"
#include "engine/language/linear.hpp"
#include "engine/language/message.hpp"
#include "engine/language/write_sum.hpp"
#include "grammar/expression/expression.hpp"
#include "tests/unit/language/small.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <latch>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace gouji;
using namespace gouji::test;

namespace {

std::string verdict_of(const std::string& text, Figures& figures) {
    std::string mistake;
    const auto program = program_of(text, &mistake);
    if (!program) return mistake;
    std::vector<Value> stack;
    const Value value = evaluate(*program, figures, stack);
    switch (value.kind) {
        case Value::Kind::truth: return value.truth ? "true" : "false";
        case Value::Kind::number: return value.number.to_string();
        case Value::Kind::text: return *value.text;
        case Value::Kind::overflow: return "overflow";
        default: return "unknown";
    }
}

}  // namespace

TEST_CASE("language: values under three-valued logic") {
    Figures figures;
    figures.cells[0] = Value::of(Decimal(3));
    figures.cells[1] = Value::of(Decimal(4));
    figures.cells[3] = Value::of(*Decimal::parse("999999999999999999"));
    figures.fields[1] = Value::of(Decimal(2800));
    // 表[甲, 三] is missing.
    const struct {
        const char* formula;
        const char* value;
    } cases[] = {
        {"表[甲, 一] + 表[甲, 二]", "7"},
        {"表[甲, 一] - 表[甲, 二] * 2", "-5"},
        {"-表[甲, 一]", "-3"},
        {"abs(表[甲, 一] - 表[甲, 二])", "1"},
        {"sum(表[甲, *])", "unknown"},
        {"sum(表[甲, *] except 表[甲, 三])", "7"},
        {"sum(表[甲, 一], 表[甲, 二], 1)", "8"},
        {"count(表[甲, *] except 表[甲, 三])", "2"},
        {"表[甲, 一] == 3", "true"},
        {"表[甲, 一] != 3", "false"},
        {"表[甲, 三] == 3", "unknown"},
        {"表[甲, 三] == 3 and 表[甲, 一] == 4", "false"},
        {"表[甲, 三] == 3 and 表[甲, 一] == 3", "unknown"},
        {"表[甲, 三] == 3 or 表[甲, 一] == 3", "true"},
        {"表[甲, 一] == 4 implies 表[甲, 三] == 3", "true"},
        {"表[甲, 一] == 3 implies 表[甲, 三] == 3", "unknown"},
        {"not 表[甲, 三] == 3", "unknown"},
        {"not 表[甲, 一] == 4", "true"},
        {"表[甲, 一] in {1, 2, 3}", "true"},
        {"表[甲, 一] in {1, 表[甲, 三]}", "unknown"},
        {"表[甲, 一] in {3, 表[甲, 三]}", "true"},
        {"表[甲, 一] in {1, 2}", "false"},
        {"known(表[甲, 三])", "false"},
        {"known(表[甲, 一])", "true"},
        {"stated(收费.金额)", "true"},
        {"stated(收费)", "false"},
        {"收费.金额 == 0.28万元", "true"},
        {"multiple_of(收费.金额, 10元)", "true"},
        {"multiple_of(收费.金额, 300元)", "false"},
        {"表[乙, 一] * 表[乙, 一]", "overflow"},
        {"表[乙, 一] * 表[乙, 一] == 1 or true", "overflow"},
        {"table[甲, 一] <= 3件", "true"},
        {"present(表)", "true"},
        {"true and false", "false"},
        {"表[甲, 一] / 表[甲, 二]", "3/4"},
        {"表[甲, 一] / 表[甲, 二] == 75%", "true"},
        {"表[甲, 一] ÷ 表[甲, 二] == 百分之75", "true"},
        {"表[甲, 一] / 3 + 2 / 3 == 5 / 3", "true"},
        {"表[甲, 一] / (表[甲, 一] - 3)", "unknown"},
        {"收费.金额 / 表[甲, 二] == 700元", "true"},
        {"if(表[甲, 一] > 2, 1, 2)", "1"},
        {"if(表[甲, 三] > 2, 1, 2)", "unknown"},
        {"if(表[甲, 三] > 2, 2, 2)", "2"},
        {"all(c in columns(表), known(表[甲, c]))", "false"},
        {"all(c in columns(表), 表[甲, c] > 2)", "unknown"},
        {"any(c in columns(表), 表[甲, c] == 4)", "true"},
        {"none(c in columns(表), 表[甲, c] == 5)", "unknown"},
        {"none(c in columns(表), 表[甲, c] == 4)", "false"},
        {"count(c in columns(表[*, 一]), 表[甲, c] == 3)", "1"},
        {"sum(r in rows(表), 表[r, 一] - 表[r, 一])", "0"},
        {"count(m in mentions(受理), m.value > 5)", "2"},
        {"sum(m in mentions(申请), m.value)", "22"},
        {"all(m in mentions(受理), m.value > 0)", "true"},
        {"all(m in mentions(收费), m.件数 > 0) or true", "true"},
        {"any(m in mentions(受理), any(n in mentions(受理), m.value == n.value + 2))", "true"},
        {"year == 2022", "true"},
        {"published <= date(year + 1, 1, 31)", "true"},
        {"published == 2023-01-31", "true"},
        {"published - 2023-01-01 == 30天", "true"},
        {"date(2023, 2, 30) == published", "unknown"},
        {"date(2023, 1, 31) - published", "0"},
        {"date(表[甲, 一] / 2 + 2000, 1, 1)", "unknown"},
        {"date(2023, 表[甲, 二] / 3, 1)", "unknown"},
        {"date(2023, 1, 表[甲, 一] / 2)", "unknown"},
        {"date(表[甲, 三], 1, 1)", "unknown"},
        {"date(2023, 表[甲, 三], 1)", "unknown"},
        {"date(2023, 1, 表[甲, 三])", "unknown"},
        {"表[甲, 三] in {1, 2}", "unknown"},
        {"表[甲, 一] in {表[甲, 三], 3}", "true"},
        {"表[甲, 一] in {3}", "true"},
        {"if(表[甲, 一] > 2, 表[甲, 三], 2)", "unknown"},
        {"if(表[甲, 一] > 3, 1, 2)", "2"},
        {"if(表[甲, 三] > 2, true, true)", "true"},
        {"if(表[甲, 三] > 2, true, false)", "unknown"},
        {"if(表[甲, 三] > 2, 表[甲, 三], 表[甲, 三])", "unknown"},
        {"if(表[甲, 三] > 2, 表[甲, 一], 3)", "3"},
        {"表[甲, 三] + 1", "unknown"},
        {"1 - 表[甲, 三]", "unknown"},
        {"-表[甲, 三]", "unknown"},
        {"abs(表[甲, 三])", "unknown"},
        {"abs(表[乙, 一] * 表[乙, 一])", "overflow"},
        {"known(表[乙, 一] * 表[乙, 一])", "false"},
        {"表[甲, 一] < 3", "false"},
        {"表[甲, 一] <= 3", "true"},
        {"表[甲, 一] > 3", "false"},
        {"表[甲, 一] >= 3", "true"},
        {"表[甲, 一] < 4", "true"},
        {"表[甲, 一] >= 4", "false"},
        {"true or 表[甲, 三] == 1", "true"},
        {"false or 表[甲, 三] == 1", "unknown"},
        {"false or false", "false"},
        {"表[甲, 三] == 1 implies true", "true"},
        {"表[甲, 三] == 1 implies false", "unknown"},
        {"true implies false", "false"},
        {"organ != \"甲\"", "true"},
        {"organ != \"存在的问题\"", "false"},
        {"count(c in columns(表), 表[甲, c] == 3)", "unknown"},
        {"count(表[甲, *])", "unknown"},
        {"length(section(问题)) >= 5", "true"},
        {"contains(section(问题), \"问题\")", "true"},
        {"contains(section(问题), “没有”)", "false"},
        {"organ in {\"甲\", \"存在的问题\"}", "true"},
        {"organ == \"甲\"", "false"},
        {"level == \"县级\"", "unknown"},
        {"present(section(问题))", "true"},
        {"known(previous)", "true"},
        {"表［甲，一］ ＝ ３", "true"},
    };
    figures.mentioned = {Value::of(Fraction(8)), Value::of(Fraction(4)), Value::of(Fraction(10))};
    for (const auto& one : cases) {
        INFO(one.formula);
        CHECK(verdict_of(one.formula, figures) == one.value);
    }
}

TEST_CASE("language: mistakes of names, types and measures") {
    Figures figures;
    const struct {
        const char* formula;
        const Code& code;
    } cases[] = {
        {"表[丙, 一] == 1", language_codes::unknown_row},
        {"表[甲, 四] == 1", language_codes::unknown_column},
        {"婊[甲, 一] == 1", language_codes::unknown_name},
        {"x", language_codes::unknown_name},
        {"suma(表[甲, *])", language_codes::unknown_function},
        {"sum()", language_codes::syntax},
        {"abs(1, 2)", language_codes::wrong_arity},
        {"表[甲, *] == 1", language_codes::not_a_number},
        {"1 and true", language_codes::not_a_truth},
        {"sum(1)", language_codes::not_cells},
        {"1 in 2", language_codes::not_a_set},
        {"收费[甲, 一]", language_codes::not_a_table},
        {"stated(表[甲, 一])", language_codes::not_a_fact},
        {"means(表)", language_codes::not_a_fact},
        {"means(表, previous)", language_codes::not_a_fact},
        {"year_before(表)", language_codes::not_a_fact},
        {"表[甲, 一] == 10元", language_codes::measures_differ},
        {"表[甲, 一] + 收费.金额", language_codes::measures_differ},
        {"收费.数", language_codes::unknown_field},
        {"收费.金额 * 收费.金额", language_codes::measures_differ},
        {"表[甲, 一] / 收费.金额", language_codes::measures_differ},
        {"published + published", language_codes::measures_differ},
        {"占比.value == 3件", language_codes::measures_differ},
        {"占比.value == 45.6", language_codes::share_without_sign},
        {"organ > \"甲\"", language_codes::not_a_number},
        {"organ == 3", language_codes::not_a_text},
        {"level == \"镇\"", language_codes::unknown_name},
        {"length(section(结尾)) > 1", language_codes::unknown_name},
        {"scoped(收费, \"全市\")", language_codes::not_a_fact},
        {"all(表, true)", language_codes::not_a_domain},
        {"all(c in lines(表), true)", language_codes::unknown_domain},
        {"previous == 1", language_codes::not_a_number},
        {"表[乙, 三]", language_codes::no_such_cell},
        {"表[甲 + 1, 一]", language_codes::syntax},
        {"* == 1", language_codes::syntax},
    };
    for (const auto& one : cases) {
        INFO(one.formula);
        const auto parsed = parse_formula(one.formula);
        if (!parsed.mistakes.empty()) CHECK(parsed.mistakes.front().diagnostic.code == one.code.id);
        else CHECK(verdict_of(one.formula, figures) == one.code.id);
    }
}

TEST_CASE("language: a mistake in a let is told once, and refuses whatever uses it") {
    const Small small;
    Issues issues;
    Lets lets;
    lets.emplace_back("a", formula_of("表[丙, 一]"));
    lets.emplace_back("b", formula_of("a + a"));
    lets.emplace_back("good", formula_of("表[甲, 一]"));
    Compiler compiler(small.names, {}, lets, issues);
    const Formula doubled = formula_of("b + b");
    const Formula both = formula_of("good + b");
    const Formula neither = formula_of("good + good");
    CHECK_FALSE(compiler.any(doubled));
    CHECK_FALSE(compiler.any(both));
    CHECK_FALSE(compiler.any(lets[1].second));
    CHECK(compiler.any(neither));
    CHECK_FALSE(Compiler(small.names, {}, lets, issues).any(both));
    REQUIRE(issues.list().size() == 1);
    CHECK(issues.list().front().diagnostic.code == language_codes::unknown_row.id);
    CHECK(issues.list().front().formula == &lets[0].second);
}

TEST_CASE("language: what could have been meant") {
    CHECK(near_or_all("yaer", {"year", "organ"}).en == "Did you mean 'year'?");
    CHECK(near_or_all("x", {"", "year", "organ"}).en == "Available: year, organ.");
    CHECK(near_or_all("x", {""}).en == "No names are available here.");
    CHECK(gouji::test::has(near_or_all("x", std::vector<std::string>(12, "一二三四五")).zh, "五。"));
    CHECK(gouji::test::has(near_or_all("x", std::vector<std::string>(13, "一二三四五")).zh, "五, …。"));
}

TEST_CASE("language: one program, three meanings") {
    const auto program = program_of("表[甲, 一] + 表[甲, 一] + 1 == 表[甲, 二] - 表[甲, 三]");
    REQUIRE(program);
    const auto equation = equation_of(*program);
    REQUIRE(equation);
    CHECK(equation->terms.size() == 3);
    CHECK(equation->terms[0].factor == 2);
    CHECK(equation->terms[1].factor == -1);
    CHECK(equation->terms[2].factor == 1);
    CHECK(equation->constant == Decimal(-1));
    Figures figures;
    figures.cells[0] = Value::of(Decimal(3));
    figures.cells[1] = Value::of(Decimal(9));
    figures.cells[2] = Value::of(Decimal(2));
    const auto lines = write_out(*program, figures);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "表[甲, 一] 3 + 表[甲, 一] 3 + 1 = 7");
    CHECK(lines[1] == "表[甲, 二] 9 − 表[甲, 三] 2 = 7");
}

TEST_CASE("language: numbers are shown as what they measure") {
    CHECK(show(Value::of(*divide(Fraction(77), Fraction(169))), Measure::share) == "≈45.56%");
    CHECK(show(Value::of(Fraction(*Decimal::parse("0.456"))), Measure::share) == "45.6%");
    CHECK(show(Value::of(*divide(Fraction(1), Fraction(3))), Measure::count) == "≈0.33");
    CHECK(show(Value::of(*divide(Fraction(1), Fraction(4))), Measure::count) == "0.25");
    CHECK(show(Value::of(Fraction(*parse_day("2024-02-29"))), Measure::date) == "2024-02-29");
    CHECK(show(Value{}, Measure::count) == "?");
}

TEST_CASE("language: the equation that a formula states, and none but of sums") {
    const struct {
        const char* formula;
        const char* equation;  ///< factor·cell, in the order in which they come up; empty where there is none
    } cases[] = {
        {"表[甲, 一] == 表[甲, 二]", "1·0 -1·1 = 0"},
        {"表[甲, 一] + 3 == 表[甲, 二] - 2", "1·0 -1·1 = -5"},
        {"表[甲, 一] - 3 == 2", "1·0 = 5"},
        {"3 - 表[甲, 一] == 2", "-1·0 = -1"},
        {"-表[甲, 一] + 表[甲, 二] == 0", "-1·0 1·1 = 0"},
        {"-(表[甲, 一] - 3) == 1", "-1·0 = -2"},
        {"sum(表[甲, *]) == 表[乙, 一]", "1·0 1·1 1·2 -1·3 = 0"},
        {"2 * 表[甲, 一] == 7", "2·0 = 7"},
        {"表[甲, 一] * 2 == 7", "2·0 = 7"},
        {"(表[甲, 一] + 3) * 2 == 1", "2·0 = -5"},
        {"-2 * (表[甲, 一] - 表[甲, 二] + 3) == 1", "-2·0 2·1 = 7"},
        {"1000 * 表[甲, 一] == 1", "1000·0 = 1"},
        {"-1000 * 表[甲, 一] == 1", "-1000·0 = 1"},
        {"1001 * 表[甲, 一] == 1", ""},
        {"-1001 * 表[甲, 一] == 1", ""},
        {"1000 * 表[甲, 一] + 表[甲, 一] == 1", ""},
        {"-1000 * 表[甲, 一] - 表[甲, 一] == 1", ""},
        {"0.5 * 表[甲, 一] == 1", ""},
        {"表[甲, 一] / 2 == 1", ""},
        {"表[甲, 一] - 表[甲, 一] + 表[甲, 二] == 4", "1·1 = 4"},
        {"0 * 表[甲, 一] + 表[甲, 二] == 4", "1·1 = 4"},
        {"abs(表[甲, 一]) == 1", ""},
        {"abs(表[甲, 一]) + 表[甲, 二] == 1", ""},
        {"表[甲, 二] + abs(表[甲, 一]) == 1", ""},
        {"abs(表[甲, 一]) * 2 == 1", ""},
        {"2 * abs(表[甲, 一]) == 1", ""},
        {"sum(表[甲, 一], abs(表[甲, 二])) == 1", ""},
        {"count(表[甲, *]) + 表[甲, 一] == 1", ""},
        {"-abs(表[甲, 一]) == 1", ""},
        {"表[甲, 一] <= 1", ""},
        {"表[甲, 一] != 1", ""},
        {"表[甲, 一] == 1 and true", ""},
        {"not 表[甲, 一] == 1", ""},
        {"收费.件数 == 表[甲, 一]", ""},
        {"year == 表[甲, 一]", ""},
        {"sum(m in mentions(受理), m.value) == 表[甲, 一]", ""},
        {"organ == \"甲\"", ""},
        {"表[甲, 一] * 表[甲, 二] == 1", ""},
        {"表[甲, 一] == 表[甲, 一]", ""},
        {"1 == 1", ""},
        {"表[甲, 一] + 9 * 999999999999999999 + 9 * 999999999999999999 == 1", ""},
        {"(表[甲, 一] + 999999999999999999) * 1000 == 1", ""},
    };
    for (const auto& one : cases) {
        INFO(one.formula);
        const auto program = program_of(one.formula);
        REQUIRE(program);
        std::string written;
        if (const auto equation = equation_of(*program)) {
            for (const auto& term : equation->terms)
                written += std::to_string(term.factor) + "·" + std::to_string(term.cell) + " ";
            written += "= " + equation->constant.to_string();
        }
        CHECK(written == one.equation);
    }
}

TEST_CASE("language: what decided a logical formula is written out") {
    const auto program =
        program_of("表[甲, 一] == 3 and not (stated(收费.件数) and 表[甲, 二] > 1 and 表[甲, 二] < 99)");
    REQUIRE(program);
    Figures figures;
    figures.cells[0] = Value::of(Decimal(3));
    figures.cells[1] = Value::of(Decimal(9));
    figures.fields[0] = Value::of(Decimal(1));
    CHECK(write_out(*program, figures) == std::vector<std::string>{"表[甲, 二] 9 > 1", "表[甲, 二] 9 < 99"});
}

TEST_CASE("messages: arguments and exact numbers") {
    CHECK(arguments_of("{a} 与 {b}").names == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(arguments_of("{a").problem.empty());
    CHECK(format_message("{a} 件，{b}", {{"a", Decimal(1234567)}, {"b", std::string("“x”")}}, Language::zh)
        == "1,234,567 件，“x”");
    CHECK(format_message("{a}", {{"a", *Decimal::parse("12345678901234567.8")}}, Language::en)
        == "12,345,678,901,234,567.8");
    CHECK(
        format_message("{n, plural, one {# table} other {# tables}}", {{"n", Decimal(2)}}, Language::en) == "2 tables");
}

// Messages of text and {names} alone are filled without ICU; two quotes, which are one, leave them to it.
TEST_CASE("messages: what is filled plainly says what ICU says") {
    const MessageValues values = {{"a", std::string("‘{b}’ #|}")}, {"b", Decimal(-1234)}, {"c_d", std::string()}};
    for (const char* pattern : {"", "甲", "{a}", "{a}{b}{c_d}", "甲{b}乙}丙", "#{a}|", "{a} {missing} {b}", "{ a }",
             "{b, number}", "{0}", "{甲}", "{a", "{", "{}", "{A}"}) {
        INFO(std::string(pattern));
        const std::string plain(pattern);
        CHECK(arguments_of(plain).names == arguments_of(plain + "''").names);
        CHECK(arguments_of(plain).problem.empty() == arguments_of(plain + "''").problem.empty());
        if (!arguments_of(plain).problem.empty()) continue;
        for (const Language language : {Language::zh, Language::en})
            CHECK(format_message(plain, values, language) + "'" == format_message(plain + "''", values, language));
    }
}

TEST_CASE("messages: numbers that nothing is asked of are written as ICU writes them") {
    for (const Language language : {Language::zh, Language::en}) {
        for (const char* digits : {"0", "-1", "12", "999", "1000", "-1000", "1234567", "0.5", "0.0005", "0.0015",
                 "1.0025", "99.9995", "-0.28", "1000.10", "123456789012345678", "0.123456789012345678"}) {
            const MessageValues values = {{"n", *Decimal::parse(digits)}, {"other", std::string("甲")}};
            INFO(std::string(digits));
            CHECK(format_message("{n} {other}", values, language)
                == format_message("{n, number} {other}", values, language));
        }
    }
}

// What ICU makes at the first number is made before a second thread can see it; ThreadSanitizer says where it is not.
TEST_CASE("messages: threads write numbers side by side") {
    std::vector<std::string> written(16);
    std::vector<std::thread> threads;
    std::latch all_there(static_cast<std::ptrdiff_t>(written.size()));
    for (auto& one : written)
        threads.emplace_back([&] {
            all_there.arrive_and_wait();
            for (int n = 1000; n < 1008; ++n) one += format_message("{n} ", {{"n", Decimal(n)}}, Language::zh);
        });
    for (auto& thread : threads) thread.join();
    CHECK(written.front().starts_with("1,000 1,001 "));
    for (const auto& one : written) CHECK(one == written.front());
}

TEST_CASE("functions: each has one line in the table, and all are there") {
    std::string last;
    for (const auto& one : functions()) {
        CHECK(std::string(one.name) > last);
        last = one.name;
        CHECK(one.signature.substr(0, one.name.size()) == one.name);
        CHECK(one.least <= one.most);
        CHECK_FALSE(one.zh.empty());
        CHECK_FALSE(one.en.empty());
    }
    CHECK(function_named("sum"));
    CHECK_FALSE(function_named("suma"));
}

TEST_CASE("messages: a pattern is shown with its plural forms left out") {
    CHECK(readable_pattern("{r}: {left, plural, one{# was} other{# were}} issued, {right}.")
        == "{r}: {left} were issued, {right}.");
    CHECK(readable_pattern("{n, number, ::group-off} and {a") == "{n, number, ::group-off} and {a");
    CHECK(readable_pattern("{left, plural, one{is} other{are}} missing") == "are missing");
}

TEST_CASE("formulas: what runs over a domain reads as a sentence") {
    const struct {
        const char* formula;
        const char* zh;
        const char* en;
    } cases[] = {
        {"any(t in totals(*), t.total == m.value)", "至少有一个合计 t，使 t.total 等于 m.value",
            "for at least one total t: t.total equals m.value"},
        {"all(c in columns(申请[本年新收, *]), known(x))", "对每一列 c（申请[本年新收, *]），x有值",
            "for every column c of 申请[本年新收, *]: x is known"},
        {"none(m in mentions(受理), m.value > 0)", "没有一处说法 m（受理），使 m.value 大于 0",
            "for no statement m about 受理: m.value is greater than 0"},
        {"count(s in sections(*), present(s)) > 2", "使“报告中有s”成立的节 s 的个数 大于 2",
            "the number of sections s for which the report contains s is greater than 2"},
        {"sum(r in rows(申请), 2)", "对每一行 r（申请），2之和", "the sum of 2 over every row r of 申请"},
        {"all(x in unknown(y), true)", "all（x 是 unknown（y） 之一，成立）", "all(x is one of unknown(y), true)"},
    };
    for (const auto& one : cases) {
        const auto parsed = parse_formula(one.formula);
        REQUIRE(parsed.mistakes.empty());
        const Words said = describe(parsed.root);
        CHECK(said.zh == one.zh);
        CHECK(said.en == one.en);
    }
}
