// SPDX-License-Identifier: Apache-2.0
// Owns: resolving, typing and flattening a formula under the names of a form and one binding of the rule's variables.
// Refuses: figures; and to stop at the first mistake: all are collected.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/language/ast.hpp"
#include "engine/language/issues.hpp"
#include "engine/language/form_names.hpp"
#include "engine/language/program.hpp"

#include <optional>
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

/// What a part of a formula is.
struct Typed {
    enum class Kind { failed, number, truth, text, cells, set, row, column, table, section, fact, filing };
    Kind kind = Kind::failed;
    Measure measure = Measure::any;
    std::vector<CellRef> cells;
    bool single = false;  ///< cells that are one named cell, good as a number too
    std::vector<std::pair<const Formula*, const Node*>> members;
    const TableNames* table = nullptr;
    const FactNames* fact = nullptr;
    int slot = no_slot;
    int node = -1;
    Whose whose = Whose::own;
};

Words words_of(Typed::Kind kind);

/// A formula may be visited in so many steps, an instruction of its program being one, and an instance have so many
/// mentions in its quantifiers.
inline constexpr std::size_t most_steps = 20'000;

class Compiler {
public:
    Compiler(const Names& names, std::vector<Binding> bindings, const Lets& lets, Issues& issues)
        : names_(names), bindings_(std::move(bindings)), lets_(lets), issues_(issues) {}

    /// A formula that must be true or false; nothing after mistakes.
    std::optional<Program> truth(const Formula& formula);
    /// A part of a formula, whatever it is; nothing after mistakes, or when it has no value of its own.
    std::optional<Program> part(const Formula& formula, const Node& node);
    /// Whatever it is: a let may be a number, a truth or a text.
    std::optional<Program> any(const Formula& formula) { return part(formula, formula.root); }
    /// What the variable of `x in domain` is bound to, one after the other; nothing after mistakes.
    std::vector<Binding> expand(const Formula& formula);

    // For the functions and domains of the language: compile a part, and append to the program.
    Typed visit(const Node& node);
    /// A number, truth or text, on the stack.
    Typed visit_value(const Node& node);
    Measure visit_number(const Node& node);
    void visit_truth(const Node& node);
    void visit_text(const Node& node);
    Typed visit_cells(const Node& node);
    const TableNames* table_of(const Node& node);
    std::optional<FieldRef> field_of(const Node& node);
    /// `f(x in domain, body)`: the body for each binding, folded.
    Typed quantify(const Node& call, Op fold);
    std::vector<Binding> expand(const Node& in);
    void emit(Op op, std::size_t argument = 0);
    void emit(const CellRef& cell);
    void emit_field(const FieldRef& field);
    void emit_question(Question question);
    void emit_text(const std::string& text);
    void emit_section(Question::What what, const Typed& section);
    /// The same of a node that must be a section; false after a mistake.
    bool emit_section(Question::What what, const Node& node);
    /// A question about a table or a section, whichever `part` is; false after a mistake at `node`.
    bool emit_part(
        Question::What of_table, Question::What of_section, std::string_view name, const Typed& part, const Node& node);
    /// Takes `previous.` off a path.
    static Whose take_whose(std::string_view& path);
    /// The measure that both have, with a mistake at `node` where they have none.
    Measure join(std::optional<Measure> made, Measure a, Measure b, const Node& node);
    Measure join(Measure a, Measure b, const Node& node) { return join(common(a, b), a, b, node); }
    void complain(const Code& code, const Node& node, Substitutes arguments);
    /// The mistake was told under other bindings: it counts here, too, and nobody needs to look for what was meant.
    bool repeats(const Code& code, const Node& node);
    Typed complain_type(const Code& code, const Node& node, const Typed& got);
    void complain_unknown(const Node& node, std::string_view name, const std::vector<std::string>& known);
    const Names& names(Whose whose = Whose::own) const {
        return whose == Whose::previous && names_.previous ? *names_.previous : names_;
    }
    const Binding* binding(std::string_view variable) const;
    const Formula* formula() const { return formula_; }
    /// What the last formula took.
    std::size_t steps() const { return steps_; }

private:
    void step();
    template <class Visit>
    std::optional<Program> compile(const Formula& formula, const Node& root, Visit visit);
    Typed visit_name(const Node& node);
    Typed visit_names_of(const Node& node, std::string_view path, Whose whose);
    Typed visit_bound(const Binding& bound, const Node& node, std::string_view tail);
    Typed visit_index(const Node& node);
    Typed visit_call(const Node& node);
    Typed visit_except(const Node& node);
    Typed visit_in(const Node& node);
    Typed visit_comparison(const Node& node);
    Typed visit_arithmetic(const Node& node);
    Typed visit_literal(const Node& node);
    Typed visit_let(std::size_t index, const Node& node);
    Typed total_of(const TotalNames& total, const Node& node, std::string_view tail);
    Typed field_of_fact(const FactNames& fact, int slot, Whose whose, std::string_view tail, const Node& node);
    void check_share(Measure other, const Node& node);
    void check_level(const Node& name, const Node& text);
    std::optional<std::vector<int>> select(const Node& node, const TableNames& table, bool row, bool& one);

    const Names& names_;
    std::vector<Binding> bindings_;
    const Lets& lets_;
    Issues& issues_;
    Program program_;
    const Formula* formula_ = nullptr;
    const Formula* whole_ = nullptr;  ///< what is compiled, while `formula_` is the let that is being read
    const Node* root_ = nullptr;      ///< of what is compiled; lets have roots of their own
    std::vector<std::size_t> open_lets_;
    std::vector<std::size_t> broken_lets_;  ///< told once, and not visited again: lets of lets grow by powers
    std::size_t mistakes_ = 0;
    std::size_t steps_ = 0;
    int slots_ = 0;
};

/// The compared operators, as a node says them; nothing for other nodes.
bool is_comparison(NodeKind kind);

/// "Did you mean …", or the list of what there is.
Words near_or_all(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace gouji
