// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {
namespace {

/// The kinds of presence that are no number, in the words of rules; `missing` of a rule has the same.
constexpr std::array<std::string_view, 5> kinds = {"blank", "dash", "slash", "absent", "unreadable"};

}  // namespace

extern const Function function_missing = {"missing", "missing(cells) | missing(cells, \"blank\")",
    "没有数的单元格有几个；或其中空白（blank）、横线（dash）、斜线（slash）、缺格（absent）、无法辨认（unreadable）的有"
    "几个；没有这张表则未知",
    "how many of the cells have no number, or are blank, dash, slash, absent or unreadable; unknown when the table is "
    "not there",
    1, 2, [](Compiler& compiler, const Node& call) {
        std::string kind;
        if (call.kids.size() == 2) {
            const Node& word = call.kids[1];
            kind = word.text;
            if (word.kind != NodeKind::text || std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
                compiler.complain_unknown(word, kind, std::vector<std::string>(kinds.begin(), kinds.end()));
                return Typed{};
            }
        }
        const Typed cells = compiler.visit_cells(call.kids[0]);
        if (cells.cells.empty()) {
            compiler.emit(Op::count_true, 0);
        } else {
            Question asked{Question::What::missing, cells.cells.front().whose, cells.cells.front().table, 0, no_slot,
                kind, "count(missing)"};
            if (cells.cells.size() > 1) asked.name = "count(missing × " + std::to_string(cells.cells.size()) + ")";
            asked.cells = cells.cells;  // one formula of cells is of one table
            compiler.emit_question(std::move(asked));
        }
        Typed made{Typed::Kind::number};
        made.measure = Measure::count;
        return made;
    }};

}  // namespace gouji
