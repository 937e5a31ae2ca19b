// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

const Function function_length = {
    "length", "length(section)", "一节正文的字数，不计空白；没有这一节时未知", "how many characters the section has, blanks left out; unknown when it is not there", 1, 1,
    [](Compiler& compiler, const Node& call) {
        const Typed section = compiler.visit(call.kids[0]);
        if (section.kind == Typed::Kind::failed) return section;
        if (section.kind != Typed::Kind::section) return compiler.complain_type(language_codes::not_a_section, call.kids[0], section);
        compiler.emit_section(Question::What::section_length, section);
        Typed made{Typed::Kind::number};
        made.measure = Measure::count;
        return made;
    }};

}  // namespace gouji
