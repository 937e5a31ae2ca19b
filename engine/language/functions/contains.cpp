// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_contains = {"contains", "contains(section, \"text\") | contains(text, \"text\")",
    "一节或一段文字中有没有这几个字", "whether a section or a text contains these words", 2, 2,
    [](Compiler& compiler, const Node& call) {
        const Typed where = compiler.visit(call.kids[0]);
        if (where.kind == Typed::Kind::section) compiler.emit_section(Question::What::section_text, where);
        else if (where.kind != Typed::Kind::text && where.kind != Typed::Kind::failed)
            return compiler.complain_type(language_codes::not_a_text, call.kids[0], where);
        // Sections are kept without blanks, which pages put anywhere.
        const Node& words = call.kids[1];
        if (where.kind == Typed::Kind::section && words.kind == NodeKind::text)
            compiler.emit_text(utf8::without_blanks(words.text));
        else compiler.visit_text(words);
        compiler.emit(Op::contains);
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
