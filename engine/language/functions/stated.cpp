// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_stated = {"stated", "stated(fact.field)", "正文中有没有说到这个数；总是真或假",
    "whether the prose states the figure; always true or false", 1, 1, [](Compiler& compiler, const Node& call) {
        const auto field = compiler.field_of(call.kids[0]);
        if (!field) return Typed{};
        compiler.emit_question({Question::What::stated, field->whose, field->fact, field->field, field->slot, {},
            "stated(" + field->name + ")"});
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
