// SPDX-License-Identifier: Apache-2.0
// Owns: the grammar of formulas, from characters to a syntax tree.
// Refuses: to know names; a formula that parses may still mean nothing (engine/language says so).
#pragma once

#include "engine/base/result.hpp"
#include "engine/language/ast.hpp"

#include <string_view>

namespace gouji {

/// What is wrong where: spans count bytes of the formula.
struct FormulaMistake {
    Diagnostic diagnostic;
    Span span;
};

struct ParsedFormula {
    Node root;
    std::vector<FormulaMistake> mistakes;  ///< at most one: a grammar stops where it fails
};

/// Brackets may be nested 64 deep, and a formula may have 4,000 bytes.
ParsedFormula parse_formula(std::string_view formula);

}  // namespace gouji
