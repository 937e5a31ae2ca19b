// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

const Function function_present = {
    "present", "present(table)", "报告中有没有这张表", "whether the report has the table", 1, 1, [](Compiler& compiler, const Node& call) {
        const Typed table = compiler.visit(call.kids[0]);
        if (table.kind == Typed::Kind::failed) return table;
        if (table.kind != Typed::Kind::table) return compiler.complain_type(language_codes::not_a_table, call.kids[0], table);
        compiler.emit_table(*table.table);
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
