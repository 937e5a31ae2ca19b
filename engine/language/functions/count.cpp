// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

const Function function_count = {
    "count", "count(cells)", "单元格的个数；缺一个则未知", "how many cells; unknown when one is missing", 1, 1, [](Compiler& compiler, const Node& call) {
        const Typed cells = compiler.visit_cells(call.kids[0]);
        for (const auto& one : cells.cells) compiler.emit(one);
        compiler.emit(Op::count_of, cells.cells.size());
        return Typed{Typed::Kind::number};
    }};

}  // namespace gouji
