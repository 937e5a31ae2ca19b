// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_means = {"means", "means(m)", "表单文件所写的、这句话可能对应的各个数",
    "the figures that the phrase may refer to, according to the form file", 1, 1,
    [](Compiler& compiler, const Node& call) {
        Typed fact = compiler.visit(call.kids[0]);
        if (fact.kind == Typed::Kind::failed) return fact;
        if (fact.kind != Typed::Kind::fact)
            return compiler.complain_type(language_codes::not_a_fact, call.kids[0], fact);
        if (!fact.fact->means || fact.fact->means->empty()) {
            compiler.complain(language_codes::no_meaning, call.kids[0], {{"name", same(fact.fact->name)}});
            return Typed{};
        }
        Typed made{Typed::Kind::set};
        for (const Formula& one : *fact.fact->means) made.members.emplace_back(&one, &one.root);
        return made;
    }};

}  // namespace gouji
