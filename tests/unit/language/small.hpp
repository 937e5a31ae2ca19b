// SPDX-License-Identifier: Apache-2.0
// Owns: the small names and figures that formulas of the language's tests are compiled under and evaluated on.
// Refuses: forms and filings; the tests of rules have them.
#pragma once

#include "engine/base/calendar.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/evaluate.hpp"
#include "grammar/expression/expression.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gouji::test {

/// A table of two rows and three columns, and one fact.
struct Small {
    Outline rows;
    Outline columns;
    std::vector<bool> cells = {true, true, true, true, true, false};
    std::vector<Measure> measures = {
        Measure::count, Measure::count, Measure::count, Measure::count, Measure::amount, Measure::count};
    Names names;
    Small() {
        rows.add("甲");
        rows.add("乙");
        columns.add("一");
        columns.add("二");
        columns.add("三");
        names.tables.push_back({0, "表", {"table"}, &rows, &columns, &cells, &measures});
        names.facts.push_back({0, "收费", "", {{"件数", Measure::count}, {"金额", Measure::amount}}, nullptr});
        names.facts.push_back({1, "受理", "申请", {{"件数", Measure::count}}, nullptr});
        names.facts.push_back({2, "占比", "", {{"比例", Measure::share}}, nullptr});
        names.facts.push_back({3, "两比", "", {{"前", Measure::share}, {"后", Measure::share}}, nullptr});
        names.sections = {"问题"};
        names.levels = {"县级"};
    }
};

/// Figures by cell number; missing ones are unknown. Huge ones overflow when added.
struct Figures final : World {
    std::map<int, Value> cells;
    std::map<int, Value> fields;
    std::vector<Value> mentioned;  ///< the values of 受理, in order
    std::map<int, std::size_t> bound;
    std::string prose = "存在的问题";
    Value cell(const Program&, const CellRef& ref) override {
        return cells.contains(ref.cell) ? cells[ref.cell] : Value{};
    }
    Value field(const FieldRef& ref) override {
        if (ref.slot != no_slot) return mentioned[bound[ref.slot]];
        return fields.contains(ref.field) ? fields[ref.field] : Value{};
    }
    Value answer(const Question& question) override {
        switch (question.what) {
            case Question::What::year: return Value::of(Fraction(2022));
            case Question::What::stated: return Value::of(fields.contains(question.field));
            case Question::What::section_text: return Value::of(prose);
            case Question::What::section_length: return Value::of(Fraction(5));
            case Question::What::published: return Value::of(Fraction(*parse_day("2023-01-31")));
            case Question::What::level: return {};
            case Question::What::organ: return Value::of(prose);
            default: return Value::of(true);
        }
    }
    std::size_t mentions(const StatedFact&) override { return mentioned.size(); }
    void bind(int slot, const StatedFact&, std::size_t index) override { bound[slot] = index; }
    int mention_of(int slot) override { return static_cast<int>(bound[slot]); }
};

inline Formula formula_of(const std::string& text) {
    Formula formula;
    formula.text = text;
    auto parsed = parse_formula(text);
    REQUIRE(parsed.mistakes.empty());
    formula.root = std::move(parsed.root);
    return formula;
}

/// The program of a formula over the small names; nothing, with the code of the first mistake.
inline std::optional<Program> program_of(const std::string& text, std::string* mistake = nullptr) {
    static const Small small;  // programs point into the names
    Issues issues;
    const std::vector<Binding> bindings;
    const Lets lets;
    const Formula formula = formula_of(text);
    auto program = Compiler(small.names, bindings, lets, issues).any(formula);
    if (!program && mistake) *mistake = issues.list().front().diagnostic.code;
    return program;
}

inline std::vector<Value>& scratch() {
    static std::vector<Value> stack;
    return stack;
}

}  // namespace gouji::test
