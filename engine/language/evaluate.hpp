// SPDX-License-Identifier: Apache-2.0
// Owns: the three-valued meaning (Kleene) of a program: what it comes to when some figures are missing.
// Refuses: to know where figures come from and what a missing one counts as; the World says both.
#pragma once

#include "engine/base/fraction.hpp"
#include "engine/language/program.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gouji {

struct Value {
    enum class Kind : std::uint8_t {
        unknown,
        skipped,  ///< a missing figure that sums leave out; unknown anywhere else
        number,
        truth,
        text,
        overflow,  ///< a number beyond 18 digits: nothing can be said
    };
    Kind kind = Kind::unknown;
    bool truth = false;
    /// For `last_digit`: of a bare 0, and of what counts as one. It was not rounded.
    static constexpr std::int8_t exact = -128;
    std::int8_t last_digit = 0;  ///< of a printed figure: the power of ten of its last digit; 0.28万元 has 2 (100元)
    const std::string* text = nullptr;  ///< owned by the program or the world
    Fraction number;

    static Value of(bool truth) {
        Value value;
        value.kind = Kind::truth;
        value.truth = truth;
        return value;
    }
    static Value of(const Fraction& number) {
        Value value;
        value.kind = Kind::number;
        value.number = number;
        return value;
    }
    static Value of(const std::string& text) {
        Value value;
        value.kind = Kind::text;
        value.text = &text;
        return value;
    }
    static Value of(Kind kind) {
        Value value;
        value.kind = kind;
        return value;
    }

    [[nodiscard]] bool is_true() const { return kind == Kind::truth && truth; }
    [[nodiscard]] bool is_false() const { return kind == Kind::truth && !truth; }
    [[nodiscard]] bool is_truth() const { return kind == Kind::truth; }
    [[nodiscard]] bool is_number() const { return kind == Kind::number; }
    [[nodiscard]] bool is_text() const { return kind == Kind::text; }
    [[nodiscard]] bool is_known() const { return is_number() || is_truth() || is_text(); }
};

/// The figures under one reading of a filing.
class World {
public:
    virtual ~World() = default;
    /// Counts as they are, amounts in 元, shares as parts of one, whatever is printed.
    virtual Value cell(const Program& program, const CellRef& cell) = 0;
    virtual Value field(const FieldRef& field) = 0;
    virtual Value answer(const Question& question) = 0;
    /// How often the prose states the fact.
    virtual std::size_t mentions(const StatedFact& fact) = 0;
    /// From now on the slot stands for that mention of the fact.
    virtual void bind(int slot, const StatedFact& fact, std::size_t index) = 0;
    /// A number for the mention that the slot stands for: the same for the same mention, whatever the slot.
    virtual int mention_of(int slot) = 0;
};

Value evaluate(const Program& program, World& world, std::vector<Value>& stack);

/// The left and right side of a program that is a comparison (`split` is not 0).
Value evaluate_left(const Program& program, World& world, std::vector<Value>& stack);
Value evaluate_right(const Program& program, World& world, std::vector<Value>& stack);

/// The result of a program that asks for no figure; false unless it is true.
bool constant_value(const Program& program);

/// The result of one operation on values. Every meaning that computes uses these.
Value fold_values(Op op, const Value* values, std::size_t size);
Value apply(Op op, const Value& only);
Value apply(Op op, const Value& left, const Value& right);

}  // namespace gouji
