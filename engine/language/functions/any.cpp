// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_any = {"any", "any(x in domain, condition)", "至少对一个 x 条件成立",
    "whether the condition holds for at least one x", 2, 2,
    [](Compiler& compiler, const Node& call) { return compiler.quantify(call, Op::any_of); }};

}  // namespace gouji
