// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_copied = {"copied", "copied(section)",
    "这一节有几成文字与上一年的同一节逐句相同（不计数字，不计短句）；一节没有整句则未知",
    "the share of the section whose sentences repeat the same section of the previous year, not counting digits and "
    "short sentences; unknown when the section has no sentence",
    1, 1, [](Compiler& compiler, const Node& call) {
        if (!compiler.emit_section(Question::What::section_copied, call.kids[0])) return Typed{};
        Typed made{Typed::Kind::number};
        made.measure = Measure::share;
        return made;
    }};

}  // namespace gouji
