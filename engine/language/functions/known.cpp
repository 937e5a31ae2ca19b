// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_known = {"known", "known(x) | known(previous) | known(below) | known(copies)",
    "这个数有没有值；有没有上一年的报告；名单上有没有下级机关；这份报告有没有写法不同的其他文件；总是真或假",
    "whether the figure has a value, the report of the year before is there, a list has organs under this one, or "
    "there are other files of the report that do not all say the same; always true or false",
    1, 1, [](Compiler& compiler, const Node& call) {
        const Node& what = call.kids[0];
        if (what.kind == NodeKind::name && what.text == "below") {
            compiler.emit_question({Question::What::below, Whose::own, 0, 0, no_slot, {}, "known(below)"});
            return Typed{Typed::Kind::truth};
        }
        if (what.kind == NodeKind::name && what.text == "copies") {
            compiler.emit_question({Question::What::copies, Whose::own, 0, 0, no_slot, {}, "known(copies)"});
            return Typed{Typed::Kind::truth};
        }
        if (what.kind == NodeKind::name && what.text == "previous") {
            compiler.emit_question({Question::What::previous, Whose::previous, 0, 0, no_slot, {}, "known(previous)"});
            return Typed{Typed::Kind::truth};
        }
        compiler.visit_value(what);
        compiler.emit(Op::known);
        return Typed{Typed::Kind::truth};
    }};

}  // namespace gouji
