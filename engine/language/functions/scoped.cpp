// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_scoped = {"scoped", "scoped(m) | scoped(m, \"word\")",
    "这处说法旁有没有范围词（全市、同比、其中……），或有没有含此字样的范围词",
    "whether the statement has a scope word (全市, 同比, 其中, …), or one that contains these words", 1, 2,
    [](Compiler& compiler, const Node& call) {
        const Typed fact = compiler.visit(call.kids[0]);
        if (fact.kind == Typed::Kind::failed) return fact;
        if (fact.kind != Typed::Kind::fact)
            return compiler.complain_type(language_codes::not_a_fact, call.kids[0], fact);
        std::string word;
        if (call.kids.size() == 2) {
            if (call.kids[1].kind != NodeKind::text) {
                compiler.visit_text(call.kids[1]);
                return Typed{};
            }
            word = call.kids[1].text;
        }
        compiler.emit_question({Question::What::scoped, Whose::own, fact.fact->id, 0, fact.slot, word,
            "scoped(" + fact.fact->name + (word.empty() ? ")" : ", \"" + word + "\")")});
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
