// SPDX-License-Identifier: Apache-2.0
// Owns: the syntax tree of a formula.
// Refuses: to know how it was written down (grammar/expression) and what its names mean (form_names.hpp).
#pragma once

#include "engine/base/span.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

enum class NodeKind {
    number,  ///< text: the digits; unit: as written
    truth,   ///< text: true or false
    text,    ///< text: without the quotes
    date,    ///< text: 2023-01-31
    name,    ///< text: a path with dots
    index,   ///< kids: table, row, column
    star,    ///< every row or column
    call,    ///< text: the function; kids: its arguments
    set,     ///< kids: its members
    negate,
    add,
    subtract,
    multiply,
    divide,
    except,
    equal,
    unequal,
    less,
    at_most,
    greater,
    at_least,
    in,
    both,
    either,
    implies,
    invert,
};

struct Node {
    NodeKind kind = NodeKind::truth;
    Span span;  ///< bytes of the formula
    std::string text;
    std::string unit;
    std::vector<Node> kids;
};

/// A formula, parsed, with the place it was written at.
struct Formula {
    std::string text;
    Node root;
    std::string file;
    std::size_t offset = 0;  ///< of the formula in its file, in bytes
};

/// True when the formula asks for the variable, let, name, function or domain, at any depth.
bool uses_name(const Node& node, std::string_view name);

}  // namespace gouji
