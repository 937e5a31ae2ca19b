// SPDX-License-Identifier: Apache-2.0
// Owns: what variables are bound to, and what a part of a formula is.
// Refuses: to find out; the compiler does.
#pragma once

#include "engine/base/words.hpp"
#include "engine/language/ast.hpp"
#include "engine/language/form_names.hpp"
#include "engine/language/program.hpp"

#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// A variable of `for` or of a quantifier, bound to one thing.
struct Binding {
    enum class Kind { row, column, table, section, fact, total };
    std::string variable;
    Kind kind = Kind::row;
    const TableNames* table = nullptr;
    int node = -1;  ///< row or column: a leaf or a group; the number of a section
    const FactNames* fact = nullptr;
    const TotalNames* total = nullptr;
    int slot = no_slot;  ///< of a fact: which mention
};

using Lets = std::vector<std::pair<std::string, Formula>>;

/// The type of a part of a formula, with all that is known of it.
struct Typed {
    enum class Kind { failed, number, truth, text, cells, set, row, column, table, section, fact, filing };
    Kind kind = Kind::failed;
    Measure measure = Measure::any;
    std::vector<CellRef> cells;
    bool single = false;  ///< cells that are one named cell, good as a number too
    /// Of a set: a part of a formula, and whose figures its names are.
    struct Member {
        const Formula* formula = nullptr;
        const Node* node = nullptr;
        Whose whose = Whose::own;
    };
    std::vector<Member> members;
    const TableNames* table = nullptr;
    const FactNames* fact = nullptr;
    int slot = no_slot;
    int node = -1;
    Whose whose = Whose::own;
};

Words words_of(Typed::Kind kind);

}  // namespace gouji
