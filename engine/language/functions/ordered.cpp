// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_ordered = {"ordered", "ordered(table) | ordered(section)",
    "这张表或这一节是否排在表单规定的位置；没有则未知",
    "whether the table or the section is in the place that the form gives it; unknown when there is none", 1, 1,
    [](Compiler& compiler, const Node& call) {
        const Typed what = compiler.visit(call.kids[0]);
        if (!compiler.emit_part(
                Question::What::table_ordered, Question::What::section_ordered, "ordered", what, call.kids[0]))
            return Typed{};
        Typed made{Typed::Kind::truth};
        return made;
    }};

}  // namespace gouji
