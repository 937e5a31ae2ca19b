// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/evaluate.hpp"
#include "engine/language/functions/functions.hpp"
#include "engine/language/linear.hpp"
#include "engine/language/message.hpp"
#include "engine/language/write.hpp"
#include "grammar/expression/expression.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>

using namespace gouji;

namespace {

/// A table of two rows and three columns, and one fact.
struct Small {
    Outline rows;
    Outline columns;
    std::vector<bool> cells = {true, true, true, true, true, false};
    std::vector<Measure> measures = {Measure::count, Measure::count, Measure::count, Measure::count, Measure::amount, Measure::count};
    Names names;
    Small() {
        rows.add("甲");
        rows.add("乙");
        columns.add("一");
        columns.add("二");
        columns.add("三");
        names.tables.push_back({0, "表", {"table"}, &rows, &columns, &cells, &measures});
        names.facts.push_back({0, "收费", "", {{"件数", Measure::count}, {"金额", Measure::amount}}, nullptr});
    }
};

/// Figures by cell number; missing ones are unknown. Huge ones overflow when added.
struct Figures final : World {
    std::map<int, Value> cells;
    std::map<int, Value> fields;
    Value cell(const CellRef& ref) override { return cells.contains(ref.cell) ? cells[ref.cell] : Value{}; }
    Value field(const FieldRef& ref) override { return fields.contains(ref.field) ? fields[ref.field] : Value{}; }
    bool stated(const FieldRef& ref) override { return fields.contains(ref.field); }
    bool table_present(int) override { return true; }
};

Formula formula_of(const std::string& text) {
    Formula formula;
    formula.text = text;
    auto parsed = parse_formula(text);
    REQUIRE(parsed.mistakes.empty());
    formula.root = std::move(parsed.root);
    return formula;
}

/// The program of a formula over the small names; nothing, with the code of the first mistake.
std::optional<Program> program_of(const std::string& text, std::string* mistake = nullptr) {
    const Small small;
    std::vector<Issue> issues;
    const std::vector<Binding> bindings;
    const Lets lets;
    const Formula formula = formula_of(text);
    auto program = Compiler(small.names, bindings, lets, issues).any(formula);
    if (!program && mistake) *mistake = issues.front().diagnostic.code;
    return program;
}

std::string verdict_of(const std::string& text, Figures& figures) {
    std::string mistake;
    const auto program = program_of(text, &mistake);
    if (!program) return mistake;
    std::vector<Value> stack;
    const Value value = evaluate(*program, figures, stack);
    switch (value.kind) {
        case Value::Kind::truth: return value.truth ? "true" : "false";
        case Value::Kind::number: return value.number.to_string();
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
    };
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
        {"表[甲, 一] == 10元", language_codes::measures_differ},
        {"表[甲, 一] + 收费.金额", language_codes::measures_differ},
        {"收费.数", language_codes::unknown_field},
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

TEST_CASE("language: no equation but of sums") {
    for (const char* text : {"表[甲, 一] <= 1", "表[甲, 一] == 1 and true", "收费.件数 == 表[甲, 一]", "表[甲, 一] * 表[甲, 二] == 1", "表[甲, 一] == 表[甲, 一]", "1 == 1"}) {
        INFO(text);
        const auto program = program_of(text);
        REQUIRE(program);
        CHECK_FALSE(equation_of(*program));
    }
}

TEST_CASE("language: what decided a logical formula is written out") {
    const auto program = program_of("表[甲, 一] == 3 and not (stated(收费.件数) and 表[甲, 二] > 1 and 表[甲, 二] < 99)");
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
    CHECK(format_message("{a} 件，{b}", {{"a", Decimal(1234567)}, {"b", std::string("“x”")}}, Language::zh) == "1,234,567 件，“x”");
    CHECK(format_message("{a}", {{"a", *Decimal::parse("12345678901234567.8")}}, Language::en) == "12,345,678,901,234,567.8");
    CHECK(format_message("{n, plural, one {# table} other {# tables}}", {{"n", Decimal(2)}}, Language::en) == "2 tables");
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
