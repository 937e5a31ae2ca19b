// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_leaves = {"leaves", "leaves(cells)", "一组单元格中最下层的各个单元格",
    "the lowest-level cells of a group", 1, 1, [](Compiler& compiler, const Node& call) {
        Typed made = compiler.visit_cells(call.kids[0]);
        made.single = false;
        return made;
    }};

}  // namespace gouji
