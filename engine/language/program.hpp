// SPDX-License-Identifier: Apache-2.0
// Owns: a compiled formula: a flat list of instructions over resolved cells and fields, and the one loop that runs it.
// Refuses: to say what the figures are; a Meaning does (a value, a range, an equation, a sentence).
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/measure.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

struct TableNames;

enum class Op : std::uint8_t {
    number,
    truth,
    text,
    cell,
    field,
    ask,   // push; `argument` is an index, or 0 and 1 for a truth
    each,  // pushes the result of a loop over mentions; `argument` is the loop
    sum,
    count_of,
    all_of,
    any_of,
    count_true,
    date_of,  // take `argument` values
    in,       // takes `argument` members and the value before them
    choose,   // takes a condition and two values
    add,
    subtract,
    multiply,
    divide,
    negate,
    absolute,
    equal,
    unequal,
    less,
    at_most,
    greater,
    at_least,
    both,
    either,
    implies,
    invert,
    known,  // is there a value
    contains,
    ends,
    multiple_of,
};

/// An operation that compares two numbers or texts.
inline bool is_comparison(Op op) {
    return op == Op::equal || op == Op::unequal || op == Op::less || op == Op::at_most || op == Op::greater
        || op == Op::at_least;
}

struct Instruction {
    Op op = Op::truth;
    std::uint32_t argument = 0;

    friend bool operator==(const Instruction&, const Instruction&) = default;
};

/// Whose figures: the filing's own, those of the same organ's filing of the year before, or the sums of those of the
/// organs under it.
enum class Whose : std::uint8_t { own, previous, below };

/// "previous.", "below.": the beginning of a name; empty for the filing's own.
inline std::string_view prefix_of(Whose whose) {
    return whose == Whose::previous ? "previous." : whose == Whose::below ? "below." : "";
}

struct CellRef {
    int table = 0;
    int cell = 0;  ///< -1 for a row that this form lacks
    Measure measure = Measure::any;
    Whose whose = Whose::own;
    std::uint32_t absent = 0;  ///< of a row that is lacking: its name, in Program::texts
    /// The names under which the formula was compiled; the figures may be of another form.
    const TableNames* names = nullptr;

    friend bool operator==(const CellRef&, const CellRef&) = default;
};

/// No variable stands for the mention: the only one of the fact is meant.
inline constexpr int no_slot = -1;

struct FieldRef {
    int fact = 0;
    int field = 0;
    int slot = no_slot;  ///< which bound mention; see World::bind
    Whose whose = Whose::own;
    Measure measure = Measure::any;
    std::string name;

    friend bool operator==(const FieldRef&, const FieldRef&) = default;
};

/// Something asked of a filing that is not a figure of a table or of the prose.
struct Question {
    enum class What : std::uint8_t {
        year,
        organ,
        level,
        published,
        form,
        previous,
        below,
        copies,
        table_present,
        table_times,
        table_ordered,
        table_form,
        section_present,
        section_times,
        section_ordered,
        section_length,
        section_text,
        section_copied,
        stated,
        scoped,
        year_before,
        /// how many figures of a table other files of the report have otherwise; of all outside of the form's tables
        /// where `id` is -1
        copies_differ,
        repeats_differ,  ///< how many the table has otherwise where it comes again
        missing,         ///< how many of the cells have no number; `text` may name one kind of presence
    };
    What what = What::year;
    Whose whose = Whose::own;
    int id = 0;     ///< of the table, the section or the fact
    int field = 0;  ///< of the fact
    int slot = no_slot;
    std::string text;                 ///< the scope word asked for, if any
    std::string name;                 ///< as written out
    std::vector<CellRef> cells = {};  ///< of the table

    friend bool operator==(const Question&, const Question&) = default;
};

struct Loop;

struct Program {
    std::vector<Instruction> code;
    std::vector<Decimal> numbers;
    std::vector<std::string> spellings;  ///< of the numbers, as written
    std::vector<Measure> measures;       ///< of the numbers
    std::vector<std::string> texts;
    std::vector<CellRef> cells;
    std::vector<FieldRef> fields;
    std::vector<Question> questions;
    std::vector<Loop> loops;
    Measure measure = Measure::any;
    std::vector<Measure> compared;  ///< what each comparison compares
    std::uint32_t split = 0;        ///< of a comparison: where its right side begins; 0 for anything else

    [[nodiscard]] bool empty() const { return code.empty(); }
    /// It asks the filing nothing, so its result is always the same.
    [[nodiscard]] bool constant() const;
};

/// A fact of the form, by its number; of one that is stated of rows, as it is stated of one of them.
struct StatedFact {
    int fact = 0;
    std::string row;  ///< its path; empty for other facts
};

/// For each mention of some facts, bound to a slot, the body of its fact.
struct Loop {
    struct FactBody {
        StatedFact fact;
        Program body;
    };
    Op fold = Op::all_of;  ///< all_of, any_of, count_true or sum
    std::string name;      ///< as written
    int slot = 0;
    std::vector<FactBody> parts;

    /// With nothing stated, `all` and `sum` have no result.
    [[nodiscard]] bool open_when_empty() const { return fold == Op::all_of || fold == Op::sum; }
};

inline bool Program::constant() const { return cells.empty() && fields.empty() && questions.empty() && loops.empty(); }

/// Calls `visit` with every cell of a program and of its loops.
template <class Visit>
void for_each_cell(const Program& program, const Visit& visit) {
    for (const CellRef& cell : program.cells) visit(cell);
    for (const Loop& loop : program.loops) {
        for (const auto& part : loop.parts) for_each_cell(part.body, visit);
    }
}

/// Runs the instructions from `first` to `last` under a meaning; what is on the stack before stays there.
/// Meaning::Value is what the stack holds; Meaning has one function for each family: number, truth, text, cell, field,
/// ask, each, fold (many operands), unary, binary. One case for each operation: a compiler warns of a new one.
template <class Meaning>
typename Meaning::Value run(const Program& program, std::size_t first, std::size_t last, Meaning& meaning,
    std::vector<typename Meaning::Value>& stack) {
    using Value = typename Meaning::Value;
    const auto pop = [&] {
        Value top = std::move(stack.back());
        stack.pop_back();
        return top;
    };
    for (std::size_t at = first; at < last; ++at) {
        const Instruction step = program.code[at];
        const std::size_t index = step.argument;
        switch (step.op) {
            case Op::number: stack.push_back(meaning.number(program, index)); break;
            case Op::truth: stack.push_back(meaning.truth(index != 0)); break;
            case Op::text: stack.push_back(meaning.text(program.texts[index])); break;
            case Op::cell: stack.push_back(meaning.cell(program, program.cells[index])); break;
            case Op::field: stack.push_back(meaning.field(program.fields[index])); break;
            case Op::ask: stack.push_back(meaning.ask(program.questions[index])); break;
            case Op::each: {
                Value result = meaning.each(program.loops[index]);
                stack.push_back(std::move(result));
                break;
            }
            case Op::sum:
            case Op::count_of:
            case Op::all_of:
            case Op::any_of:
            case Op::count_true:
            case Op::date_of:
            case Op::choose:
            case Op::in: {
                const std::size_t operands = step.op == Op::in ? index + 1 : index;
                Value result = meaning.fold(step.op, stack.data() + (stack.size() - operands), operands);
                stack.resize(stack.size() - operands);
                stack.push_back(std::move(result));
                break;
            }
            case Op::negate:
            case Op::absolute:
            case Op::invert:
            case Op::known: {
                Value only = pop();
                stack.push_back(meaning.unary(step.op, std::move(only)));
                break;
            }
            case Op::add:
            case Op::subtract:
            case Op::multiply:
            case Op::divide:
            case Op::equal:
            case Op::unequal:
            case Op::less:
            case Op::at_most:
            case Op::greater:
            case Op::at_least:
            case Op::both:
            case Op::either:
            case Op::implies:
            case Op::contains:
            case Op::ends:
            case Op::multiple_of: {
                Value right = pop();
                Value left = pop();
                stack.push_back(meaning.binary(step.op, std::move(left), std::move(right)));
                break;
            }
        }
    }
    return pop();
}

template <class Meaning>
typename Meaning::Value run(const Program& program, Meaning& meaning, std::vector<typename Meaning::Value>& stack) {
    return run(program, 0, program.code.size(), meaning, stack);
}

}  // namespace gouji
