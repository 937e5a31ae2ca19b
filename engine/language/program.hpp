// SPDX-License-Identifier: Apache-2.0
// Owns: a compiled formula: a flat list of instructions over resolved cells and fields, and the one loop that runs it.
// Refuses: to say what the figures are; a Meaning does (a value, an equation, a sentence).
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/measure.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

enum class Op : std::uint8_t {
    number, truth, cell, field,         // push; `argument` is an index, or 0 and 1 for a truth
    sum, count_of,                      // take `argument` values
    add, subtract, multiply, negate, absolute,
    equal, unequal, less, at_most, greater, at_least,
    in,                                 // take `argument` members and the value before them
    both, either, implies, invert,
    known,                              // is there a value
    stated,                             // is the fact stated; `argument` is a field
    table_present,                      // `argument` is a table
    multiple_of,
};

struct Instruction {
    Op op = Op::truth;
    std::uint32_t argument = 0;
};

struct CellRef {
    int table = 0;
    int cell = 0;  ///< -1 for a row that this form lacks
    Measure measure = Measure::any;
    std::string name;

    friend bool operator==(const CellRef& a, const CellRef& b) { return a.table == b.table && a.cell == b.cell && a.name == b.name; }
};

struct FieldRef {
    int fact = 0;
    int field = 0;
    bool bound = false;  ///< of the mention that the instance is about; else of the only mention of the fact
    std::string name;

    friend bool operator==(const FieldRef&, const FieldRef&) = default;
};

struct Program {
    std::vector<Instruction> code;
    std::vector<Decimal> numbers;
    std::vector<std::string> spellings;  ///< of the numbers, as written
    std::vector<CellRef> cells;
    std::vector<FieldRef> fields;
    std::vector<std::pair<int, std::string>> tables;  ///< asked whether they are there
    Measure measure = Measure::any;

    [[nodiscard]] bool empty() const { return code.empty(); }
};

/// Runs a program under a meaning. Meaning::Value is what the stack holds; Meaning has one function for each family:
/// number, truth, cell, field, fold (sum, count_of, in: many operands), unary, binary, stated, table_present.
template <class Meaning>
typename Meaning::Value run(const Program& program, Meaning& meaning, std::vector<typename Meaning::Value>& stack) {
    using Value = typename Meaning::Value;
    stack.clear();
    const auto take = [&] {
        Value top = std::move(stack.back());
        stack.pop_back();
        return top;
    };
    for (const Instruction& step : program.code) {
        const std::size_t index = step.argument;
        switch (step.op) {
            case Op::number: stack.push_back(meaning.number(program, index)); break;
            case Op::truth: stack.push_back(meaning.truth(index != 0)); break;
            case Op::cell: stack.push_back(meaning.cell(program.cells[index])); break;
            case Op::field: stack.push_back(meaning.field(program.fields[index])); break;
            case Op::stated: stack.push_back(meaning.stated(program.fields[index])); break;
            case Op::table_present: stack.push_back(meaning.table_present(program.tables[index].first, program.tables[index].second)); break;
            case Op::sum:
            case Op::count_of:
            case Op::in: {
                const std::size_t taken = index + (step.op == Op::in ? 1 : 0);
                Value made = meaning.fold(step.op, stack.data() + (stack.size() - taken), taken);
                stack.resize(stack.size() - taken);
                stack.push_back(std::move(made));
                break;
            }
            case Op::negate:
            case Op::absolute:
            case Op::invert:
            case Op::known: {
                Value only = take();
                stack.push_back(meaning.unary(step.op, std::move(only)));
                break;
            }
            default: {
                Value right = take();
                Value left = take();
                stack.push_back(meaning.binary(step.op, std::move(left), std::move(right)));
            }
        }
    }
    return take();
}

}  // namespace gouji
