// SPDX-License-Identifier: Apache-2.0
// Owns: resolving, typing and flattening a formula under the names of a form and one binding of the rule's variables.
// Refuses: figures; and to stop at the first mistake: all are collected.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/language/ast.hpp"
#include "engine/language/names.hpp"
#include "engine/language/program.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// A variable of `for`, bound to one thing.
struct Binding {
    enum class Kind { row, column, table, fact, total };
    std::string variable;
    Kind kind = Kind::row;
    const TableNames* table = nullptr;
    int leaf = -1;  ///< row or column
    const FactNames* fact = nullptr;
    const TotalNames* total = nullptr;
};

/// A mistake, at a place of a formula.
struct Issue {
    Diagnostic diagnostic;
    const Formula* formula = nullptr;
    Span span;
};

using Lets = std::vector<std::pair<std::string, Formula>>;

/// What a part of a formula is.
struct Typed {
    enum class Kind { failed, number, truth, cells, set, row, column, table, fact };
    Kind kind = Kind::failed;
    Measure measure = Measure::any;
    std::vector<CellRef> cells;
    bool single = false;  ///< cells that are one named cell, good as a number too
    std::vector<std::pair<const Formula*, const Node*>> members;
    const TableNames* table = nullptr;
    const FactNames* fact = nullptr;
    bool bound = false;
};

Words words_of(Typed::Kind kind);

class Compiler {
public:
    Compiler(const Names& names, const std::vector<Binding>& bindings, const Lets& lets, std::vector<Issue>& issues)
        : names_(names), bindings_(bindings), lets_(lets), issues_(issues) {}

    /// A formula that must be true or false; nothing after mistakes.
    std::optional<Program> truth(const Formula& formula);
    /// A formula that must be a number.
    std::optional<Program> number(const Formula& formula);
    /// Whatever it is: a let may be either.
    std::optional<Program> any(const Formula& formula);
    /// The sides of a formula that is a comparison at its root.
    std::optional<std::pair<Program, Program>> sides(const Formula& formula);

    // For the functions of the language (functions/): compile a part, and append to the program.
    Typed visit(const Node& node);
    Measure visit_number(const Node& node);
    void visit_truth(const Node& node);
    Typed visit_cells(const Node& node);
    std::optional<FieldRef> field_of(const Node& node);
    void emit(Op op, std::size_t argument = 0) { program_.code.push_back({op, static_cast<std::uint32_t>(argument)}); }
    void emit(const CellRef& cell);
    void emit_field(Op op, const FieldRef& field);
    void emit_table(const TableNames& table);
    /// The measure that both have, with a mistake at `node` where they have none.
    Measure join(Measure a, Measure b, const Node& node);
    void complain(const Code& code, const Node& node, Substitutes arguments);
    Typed complain_type(const Code& code, const Node& node, const Typed& got);
    const Names& names() const { return names_; }
    const Formula* formula() const { return formula_; }

private:
    template <class Visit>
    std::optional<Program> compile(const Formula& formula, Visit visit);
    Typed visit_name(const Node& node);
    Typed visit_path(const Node& node, std::string_view head, std::string_view tail);
    Typed visit_index(const Node& node);
    Typed visit_call(const Node& node);
    Typed visit_except(const Node& node);
    Typed visit_in(const Node& node);
    Typed visit_comparison(const Node& node);
    Typed visit_literal(const Node& node);
    Typed visit_let(std::size_t index, const Node& node);
    Typed total_of(const TotalNames& total, const Node& node, std::string_view tail);
    Typed field_of_fact(const FactNames& fact, bool bound, std::string_view tail, const Node& node);
    std::optional<std::vector<int>> select(const Node& node, const TableNames& table, bool row, bool& one);
    const TableNames* table_of(const Node& node);
    const Binding* binding(std::string_view variable) const;

    const Names& names_;
    const std::vector<Binding>& bindings_;
    const Lets& lets_;
    std::vector<Issue>& issues_;
    Program program_;
    const Formula* formula_ = nullptr;
    std::size_t lets_seen_ = static_cast<std::size_t>(-1);  ///< a let sees those before it
};

/// "Did you mean …", or the list of what there is.
Words near_or_all(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace gouji
