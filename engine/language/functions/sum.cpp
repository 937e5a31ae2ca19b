// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_sum = {"sum", "sum(cells) | sum(a, b, …) | sum(x in domain, number)",
    "求和；缺一个则未知，除非 missing 另有规定",
    "the sum; unknown when a member is missing, unless the key missing says otherwise", 1, 64,
    [](Compiler& compiler, const Node& call) {
        if (call.kids.size() == 2 && call.kids[0].kind == NodeKind::in) return compiler.quantify(call, Op::sum);
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
