// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_count = {"count", "count(cells) | count(x in domain, condition)",
    "单元格的个数，或使条件成立的 x 的个数；缺一个则未知",
    "the number of cells, or of the x for which the condition holds; unknown when one is missing", 1, 2,
    [](Compiler& compiler, const Node& call) {
        Typed made{Typed::Kind::number};
        if (call.kids.size() == 2) {
            made = compiler.quantify(call, Op::count_true);
        } else {
            const Typed cells = compiler.visit_cells(call.kids[0]);
            for (const auto& one : cells.cells) compiler.emit(one);
            compiler.emit(Op::count_of, cells.cells.size());
        }
        made.measure = Measure::count;
        return made;
    }};

}  // namespace gouji
