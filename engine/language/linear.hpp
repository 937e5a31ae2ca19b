// SPDX-License-Identifier: Apache-2.0
// Owns: the linear meaning of a program: the equation that it states over its cells, where it states one.
// Refuses: everything but an equation of sums (comparisons, logic, prose): the answer is then nothing.
#pragma once

#include "engine/language/program.hpp"

#include <optional>
#include <vector>

namespace gouji {

/// Sum of factor·cell == constant.
struct LinearEquation {
    struct CellTerm {
        int table = 0;
        int cell = 0;
        int factor = 0;
    };
    std::vector<CellTerm> terms;
    Decimal constant;
};

std::optional<LinearEquation> equation_of(const Program& program);

}  // namespace gouji
