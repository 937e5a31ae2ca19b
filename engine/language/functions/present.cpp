// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_present = {"present", "present(table) | present(section)", "报告中有没有这张表或这一节",
    "whether the report has the table or the section", 1, 1, [](Compiler& compiler, const Node& call) {
        const Typed what = compiler.visit(call.kids[0]);
        if (!compiler.emit_part(
                Question::What::table_present, Question::What::section_present, "present", what, call.kids[0]))
            return Typed{};
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
