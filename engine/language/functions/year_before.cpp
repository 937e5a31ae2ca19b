// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_year_before = {"year_before", "year_before(m)",
    "这处说法说的是不是上一年，且再没有别的范围词；此时可与 means(m, previous) 相比",
    "whether the statement is of the year before, and nothing else sets it aside; means(m, previous) has its figures",
    1, 1, [](Compiler& compiler, const Node& call) {
        const Typed fact = compiler.visit(call.kids[0]);
        if (fact.kind == Typed::Kind::failed) return fact;
        if (fact.kind != Typed::Kind::fact)
            return compiler.complain_type(language_codes::not_a_fact, call.kids[0], fact);
        compiler.emit_question({Question::What::year_before, Whose::own, fact.fact->id, 0, fact.slot, {},
            "year_before(" + fact.fact->name + ")"});
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
