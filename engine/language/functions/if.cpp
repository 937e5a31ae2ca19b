// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_if = {"if", "if(condition, a, b)", "条件成立时取 a，否则取 b",
    "a if the condition holds, otherwise b", 3, 3, [](Compiler& compiler, const Node& call) {
        compiler.visit_truth(call.kids[0]);
        Typed made = compiler.visit_value(call.kids[1]);
        const Typed other = compiler.visit_value(call.kids[2]);
        if (made.kind == Typed::Kind::failed || other.kind == Typed::Kind::failed) return Typed{};
        if (made.kind != other.kind) {
            compiler.complain(
                language_codes::kinds_differ, call, {{"left", words_of(made.kind)}, {"right", words_of(other.kind)}});
            return Typed{};
        }
        if (made.kind == Typed::Kind::number) made.measure = compiler.join(made.measure, other.measure, call);
        compiler.emit(Op::choose, call.kids.size());
        return made;
    }};

}  // namespace gouji
