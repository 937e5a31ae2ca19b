// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_multiple_of = {"multiple_of", "multiple_of(x, unit)", "x 是否为 unit 的整数倍",
    "whether x is a whole multiple of unit", 2, 2, [](Compiler& compiler, const Node& call) {
        const Measure left = compiler.visit_number(call.kids[0]);
        compiler.join(left, compiler.visit_number(call.kids[1]), call);
        compiler.emit(Op::multiple_of);
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
