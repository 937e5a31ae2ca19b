// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

const Function function_present = {
    "present", "present(table) | present(section)", "报告中有没有这张表或这一节", "whether the report has the table or the section", 1, 1, [](Compiler& compiler, const Node& call) {
        const Typed what = compiler.visit(call.kids[0]);
        switch (what.kind) {
            case Typed::Kind::failed: return what;
            case Typed::Kind::section: compiler.emit_section(Question::What::section_present, what); break;
            case Typed::Kind::table:
                compiler.emit_question({Question::What::table_present, what.whose, what.table->id, 0, no_slot, {}, "present(" + what.table->name + ")"});
                break;
            default: return compiler.complain_type(language_codes::not_a_table, call.kids[0], what);
        }
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
