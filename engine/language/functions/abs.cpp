// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_abs = {
    "abs", "abs(x)", "数的绝对值", "the absolute value of the number", 1, 1, [](Compiler& compiler, const Node& call) {
        Typed made{Typed::Kind::number};
        made.measure = compiler.visit_number(call.kids[0]);
        compiler.emit(Op::absolute);
        return made;
    }};

}  // namespace gouji
