// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

const Function function_sum = {
    "sum", "sum(cells) | sum(x, y, …)", "求和；缺一个则未知，除非 missing 另有规定", "the sum; unknown when a member is missing, unless missing says otherwise", 1, 64,
    [](Compiler& compiler, const Node& call) {
        Typed made{Typed::Kind::number};
        std::size_t members = 0;
        for (const Node& kid : call.kids) {
            if (call.kids.size() > 1) {
                made.measure = compiler.join(made.measure, compiler.visit_number(kid), kid);
                ++members;
                continue;
            }
            const Typed cells = compiler.visit_cells(kid);
            if (cells.kind == Typed::Kind::failed) return cells;
            for (const auto& one : cells.cells) {
                compiler.emit(one);
                made.measure = compiler.join(made.measure, one.measure, kid);
            }
            members += cells.cells.size();
        }
        compiler.emit(Op::sum, members);
        return made;
    }};

}  // namespace gouji
