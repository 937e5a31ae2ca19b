// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_length = {"length", "length(section)", "一节正文的字数，不计空白；没有这一节时未知",
    "the number of characters in the section, not counting blanks; unknown when there is no such section", 1, 1,
    [](Compiler& compiler, const Node& call) {
        if (!compiler.emit_section(Question::What::section_length, call.kids[0])) return Typed{};
        Typed made{Typed::Kind::number};
        made.measure = Measure::count;
        return made;
    }};

}  // namespace gouji
