// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

const Function function_known = {
    "known", "known(x)", "这个数是否有值；总是真或假", "whether the number has a value; always true or false", 1, 1, [](Compiler& compiler, const Node& call) {
        compiler.visit_number(call.kids[0]);
        compiler.emit(Op::known);
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
