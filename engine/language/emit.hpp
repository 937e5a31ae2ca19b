// SPDX-License-Identifier: Apache-2.0
// Owns: the program of a formula while it is written, instruction by instruction, and the mistakes of the formula.
// Refuses: to know what a part of the formula means: `visit` says that.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/language/issues.hpp"
#include "engine/language/typed.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A formula may be visited in so many steps, an instruction of its program being one, and an instance have so many
/// mentions in its quantifiers.
inline constexpr std::size_t most_steps = 20'000;

class ProgramEmitter {
public:
    explicit ProgramEmitter(Issues& issues) : issues_(issues) {}

    /// Compiles a part, whatever it is.
    virtual Typed visit(const Node& node) = 0;
    /// A number, truth or text, on the stack.
    Typed visit_value(const Node& node);
    Measure visit_number(const Node& node);
    void visit_truth(const Node& node);
    void visit_text(const Node& node);
    Typed visit_cells(const Node& node);

    void emit(Op op, std::size_t argument = 0);
    void emit(const CellRef& cell);
    void emit_field(const FieldRef& field);
    void emit_question(const Question& question);
    void emit_text(const std::string& text);

    /// The measure that both have, with a mistake at `node` where they have none.
    Measure join(std::optional<Measure> joined, Measure a, Measure b, const Node& node);
    Measure join(Measure a, Measure b, const Node& node) { return join(common(a, b), a, b, node); }

    void complain(const Code& code, const Node& node, Substitutes arguments);
    /// The mistake was told under other bindings: it counts here, too, and nobody needs to look for what was meant.
    bool repeats(const Code& code, const Node& node);
    Typed complain_type(const Code& code, const Node& node, const Typed& got);
    void complain_unknown(const Node& node, std::string_view name, const std::vector<std::string>& known);

    /// How many steps the last formula took.
    std::size_t steps() const { return steps_; }

protected:
    ~ProgramEmitter() = default;

    void step();

    Issues& issues_;
    Program program_;
    const Formula* formula_ = nullptr;
    const Formula* whole_ = nullptr;  ///< the compiled formula, while `formula_` is a let of it
    std::size_t mistakes_ = 0;
    std::size_t steps_ = 0;
};

}  // namespace gouji
