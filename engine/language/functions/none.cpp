// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_none = {"none", "none(x in domain, condition)", "对任何 x 条件都不成立",
    "whether the condition holds for no x", 2, 2, [](Compiler& compiler, const Node& call) {
        const Typed made = compiler.quantify(call, Op::any_of);
        compiler.emit(Op::invert);
        return made;
    }};

}  // namespace gouji
