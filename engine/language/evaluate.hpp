// SPDX-License-Identifier: Apache-2.0
// Owns: the three-valued meaning (Kleene) of a program: what it comes to when some figures are missing.
// Refuses: to know where figures come from and what a missing one counts as; the World says both.
#pragma once

#include "engine/language/program.hpp"

#include <cstdint>
#include <vector>

namespace gouji {

struct Value {
    enum class Kind : std::uint8_t {
        unknown,
        skipped,   ///< a missing figure that sums leave out; unknown anywhere else
        number,
        truth,
        overflow,  ///< a number beyond 18 digits: nothing can be said
    };
    Kind kind = Kind::unknown;
    bool truth = false;
    Decimal number;

    static Value of(bool truth) { return {Kind::truth, truth, {}}; }
    static Value of(Decimal number) { return {Kind::number, false, number}; }

    [[nodiscard]] bool is_true() const { return kind == Kind::truth && truth; }
    [[nodiscard]] bool is_false() const { return kind == Kind::truth && !truth; }
    [[nodiscard]] bool is_number() const { return kind == Kind::number; }
};

/// The figures under one reading of a filing.
class World {
public:
    virtual ~World() = default;
    /// In 元 and per cent, whatever is printed.
    virtual Value cell(const CellRef& cell) = 0;
    virtual Value field(const FieldRef& field) = 0;
    virtual bool stated(const FieldRef& field) = 0;
    virtual bool table_present(int table) = 0;
};

Value evaluate(const Program& program, World& world, std::vector<Value>& stack);

}  // namespace gouji
