// SPDX-License-Identifier: Apache-2.0
#include "engine/language/emit.hpp"

#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"

#include <algorithm>

namespace gouji {

using Kind = Typed::Kind;

void ProgramEmitter::emit(Op op, std::size_t argument) {
    step();
    program_.code.push_back({op, static_cast<std::uint32_t>(argument)});
}

namespace {

/// The place of what an instruction asks for in its list, added there if it is new.
template <class Asked>
std::size_t place_in(std::vector<Asked>& all, const Asked& asked) {
    const auto found = std::find(all.begin(), all.end(), asked);
    const auto index = static_cast<std::size_t>(found - all.begin());
    if (found == all.end()) all.push_back(asked);
    return index;
}

}  // namespace

void ProgramEmitter::emit(const CellRef& cell) { emit(Op::cell, place_in(program_.cells, cell)); }
void ProgramEmitter::emit_field(const FieldRef& field) { emit(Op::field, place_in(program_.fields, field)); }
void ProgramEmitter::emit_question(const Question& question) { emit(Op::ask, place_in(program_.questions, question)); }
void ProgramEmitter::emit_text(const std::string& text) { emit(Op::text, place_in(program_.texts, text)); }

/// Visits count as well as instructions: cells and their exceptions make no instruction before they are whole.
void ProgramEmitter::step() {
    if (++steps_ != most_steps + 1) return;
    // Told of the whole formula, not of the let that happened to be the last straw.
    const Formula* inner = formula_;
    formula_ = whole_;
    complain(language_codes::too_many_steps, whole_->root, {{"limit", same(std::to_string(most_steps))}});
    formula_ = inner;
}

Typed ProgramEmitter::visit_value(const Node& node) {
    Typed part = visit(node);
    if (part.kind == Kind::cells && part.single) {
        emit(part.cells.front());
        Typed number{Kind::number};
        number.measure = part.measure;
        return number;
    }
    const bool value =
        part.kind == Kind::number || part.kind == Kind::truth || part.kind == Kind::text || part.kind == Kind::failed;
    return value ? part : complain_type(language_codes::not_a_number, node, part);
}

Measure ProgramEmitter::visit_number(const Node& node) {
    const Typed part = visit_value(node);
    if (part.kind != Kind::number && part.kind != Kind::failed) complain_type(language_codes::not_a_number, node, part);
    return part.measure;
}

void ProgramEmitter::visit_truth(const Node& node) {
    const Typed part = visit(node);
    if (part.kind != Kind::truth && part.kind != Kind::failed) complain_type(language_codes::not_a_truth, node, part);
}

void ProgramEmitter::visit_text(const Node& node) {
    const Typed part = visit(node);
    if (part.kind != Kind::text && part.kind != Kind::failed) complain_type(language_codes::not_a_text, node, part);
}

Typed ProgramEmitter::visit_cells(const Node& node) {
    Typed part = visit(node);
    if (part.kind == Kind::cells || part.kind == Kind::failed) return part;
    return complain_type(language_codes::not_cells, node, part);
}

void ProgramEmitter::complain(const Code& code, const Node& node, Substitutes arguments) {
    ++mistakes_;
    issues_.add({diagnose(code, arguments), formula_, node.span});
}

bool ProgramEmitter::repeats(const Code& code, const Node& node) {
    const bool told = issues_.has(code, formula_, node.span);
    if (told) ++mistakes_;
    return told;
}

Typed ProgramEmitter::complain_type(const Code& code, const Node& node, const Typed& got) {
    complain(code, node, {{"type", words_of(got.kind)}});
    return {};
}

void ProgramEmitter::complain_unknown(const Node& node, std::string_view name, const std::vector<std::string>& known) {
    if (repeats(language_codes::unknown_name, node)) return;
    complain(language_codes::unknown_name, node, {{"name", same(name)}, {"near", near_or_all(name, known)}});
}

Measure ProgramEmitter::join(std::optional<Measure> joined, Measure a, Measure b, const Node& node) {
    if (joined) return *joined;
    complain(language_codes::measures_differ, node, {{"left", words_of(a)}, {"right", words_of(b)}});
    return a;
}

}  // namespace gouji
