// SPDX-License-Identifier: Apache-2.0
// The part of the compiler that writes down instructions, and what they ask for, each once.
#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"

#include <algorithm>

namespace gouji {

void Compiler::emit(Op op, std::size_t argument) {
    step();
    program_.code.push_back({op, static_cast<std::uint32_t>(argument)});
}

namespace {

/// The place of one in the list, put there if it is new.
template <class One>
std::size_t place_in(std::vector<One>& all, const One& one) {
    const auto found = std::find(all.begin(), all.end(), one);
    const auto index = static_cast<std::size_t>(found - all.begin());
    if (found == all.end()) all.push_back(one);
    return index;
}

}  // namespace

void Compiler::emit(const CellRef& cell) { emit(Op::cell, place_in(program_.cells, cell)); }
void Compiler::emit_field(const FieldRef& field) { emit(Op::field, place_in(program_.fields, field)); }
void Compiler::emit_question(Question question) { emit(Op::ask, place_in(program_.questions, question)); }
void Compiler::emit_text(const std::string& text) { emit(Op::text, place_in(program_.texts, text)); }

void Compiler::emit_section(Question::What what, const Typed& section) {
    const std::string& name = names(section.whose).sections[static_cast<std::size_t>(section.node)];
    const std::string_view shown = what == Question::What::section_copied ? "copied"
        : what == Question::What::section_length                          ? "length"
                                                                          : "section";
    emit_question({what, section.whose, section.node, 0, no_slot, {}, std::string(shown) + "(" + name + ")"});
}

bool Compiler::emit_section(Question::What what, const Node& node) {
    const Typed section = visit(node);
    if (section.kind == Typed::Kind::section) emit_section(what, section);
    else if (section.kind != Typed::Kind::failed) complain_type(language_codes::not_a_section, node, section);
    return section.kind == Typed::Kind::section;
}

bool Compiler::emit_part(
    Question::What of_table, Question::What of_section, std::string_view name, const Typed& part, const Node& node) {
    const auto ask = [&](Question::What what, int id, const std::string& shown) {
        emit_question({what, part.whose, id, 0, no_slot, {}, std::string(name) + "(" + shown + ")"});
    };
    if (part.kind == Typed::Kind::table) ask(of_table, part.table->id, part.table->name);
    else if (part.kind == Typed::Kind::section)
        ask(of_section, part.node, names(part.whose).sections[static_cast<std::size_t>(part.node)]);
    else if (part.kind != Typed::Kind::failed) complain_type(language_codes::not_a_table, node, part);
    return part.kind == Typed::Kind::table || part.kind == Typed::Kind::section;
}

}  // namespace gouji
