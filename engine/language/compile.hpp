// SPDX-License-Identifier: Apache-2.0
// Owns: resolving, typing and flattening a formula under the names of a form and one binding of the rule's variables.
// Refuses: figures; and to stop at the first mistake: all are collected.
#pragma once

#include "engine/language/quantify.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

class Compiler final : public QuantifierCompiler {
public:
    using QuantifierCompiler::QuantifierCompiler;

    /// A formula that must be true or false; nothing after mistakes.
    std::optional<Program> truth(const Formula& formula);
    /// A part of a formula, whatever it is; nothing after mistakes, or when it has no value of its own.
    std::optional<Program> part(const Formula& formula, const Node& node);
    /// Whatever it is: a let may be a number, a truth or a text.
    std::optional<Program> any(const Formula& formula) { return part(formula, formula.root); }
    using QuantifierCompiler::expand;
    std::vector<Binding> expand(const Formula& formula);

    Typed visit(const Node& node) override;

private:
    template <class Visit>
    std::optional<Program> compile(const Formula& formula, const Node& root, Visit visit);
    Typed visit_call(const Node& node);
    Typed visit_except(const Node& node);
    Typed visit_in(const Node& node);
    Typed visit_comparison(const Node& node);
    Typed visit_texts_compared(const Node& node, Op op);
    Typed visit_arithmetic(const Node& node);
    Typed visit_connective(const Node& node);
    Typed visit_literal(const Node& node);
    void check_share(Measure other, const Node& node);
    void check_level(const Node& name, const Node& text);

    const Node* root_ = nullptr;  ///< of the compiled formula; lets have roots of their own
};

/// One of ==, !=, <, <=, > and >=.
bool is_comparison(NodeKind kind);

/// "Did you mean …", or the list of what there is.
Words near_or_all(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace gouji
