// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_times = {"times", "times(table) | times(section)", "报告中有几张这样的表、几处这样的节",
    "how many times the table or the section occurs in the report", 1, 1, [](Compiler& compiler, const Node& call) {
        const Typed what = compiler.visit(call.kids[0]);
        if (!compiler.emit_part(
                Question::What::table_times, Question::What::section_times, "times", what, call.kids[0]))
            return Typed{};
        Typed made{Typed::Kind::number};
        made.measure = Measure::count;
        return made;
    }};

}  // namespace gouji
