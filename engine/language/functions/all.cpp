// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_all = {"all", "all(x in domain, condition)",
    "对每一个 x 条件都成立；正文中一处也没有说到时未知",
    "whether the condition holds for every x; unknown when the prose states none", 2, 2,
    [](Compiler& compiler, const Node& call) { return compiler.quantify(call, Op::all_of); }};

}  // namespace gouji
