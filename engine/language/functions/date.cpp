// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

namespace gouji {

extern const Function function_date = {"date", "date(year, month, day)", "某年某月某日；日历上没有的日子未知",
    "the date; unknown when the calendar has no such day", 3, 3, [](Compiler& compiler, const Node& call) {
        for (const Node& kid : call.kids) compiler.join(compiler.visit_number(kid), Measure::any, kid);
        compiler.emit(Op::date_of, call.kids.size());
        Typed made{Typed::Kind::number};
        made.measure = Measure::date;
        return made;
    }};

}  // namespace gouji
