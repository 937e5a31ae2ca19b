// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_ends = {"ends", "ends(text, \"text\")",
    "一段文字是否以这几个字结尾，如机关名称以“人民政府”结尾",
    "whether a text ends with these words, as an organ's name may end with 人民政府", 2, 2,
    [](Compiler& compiler, const Node& call) {
        compiler.visit_text(call.kids[0]);
        compiler.visit_text(call.kids[1]);
        compiler.emit(Op::ends);
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
