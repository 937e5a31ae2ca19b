// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_form = {"form", "form(table)", "这张表所用的表单编号；报告自身的表单写 form",
    "the id of the form of the table; write form for that of the report itself", 1, 1,
    [](Compiler& compiler, const Node& call) {
        const Typed table = compiler.visit(call.kids[0]);
        if (table.kind == Typed::Kind::failed) return table;
        if (table.kind != Typed::Kind::table)
            return compiler.complain_type(language_codes::not_a_table, call.kids[0], table);
        compiler.emit_question({Question::What::table_form, table.whose, table.table->id, 0, no_slot, {},
            "form(" + table.table->name + ")"});
        return Typed{Typed::Kind::text};
    }};

}  // namespace gouji
