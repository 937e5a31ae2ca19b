// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

#include <string_view>

namespace gouji {
namespace {

constexpr std::string_view among_copies = "copies";
constexpr std::string_view among_repeats = "repeats";

}  // namespace

extern const Function function_differing = {"differing",
    "differing(table, \"copies\") | differing(table, \"repeats\") | differing(\"copies\")",
    "同一份报告的几个文件（copies）、或同一张表在报告中的几处（repeats）写得不同的数有几个；不写表，则指正文和自有表格"
    "中的数",
    "the number of figures that differ between the files of a report (copies), or between the places where the table "
    "appears in it (repeats); without a table, figures of the prose and of the report's own tables",
    1, 2, [](Compiler& compiler, const Node& call) {
        Typed made{Typed::Kind::number};
        made.measure = Measure::count;
        const Node& word = call.kids.back();
        const bool is_copies = word.kind == NodeKind::text && word.text == among_copies;
        const bool is_repeats = word.kind == NodeKind::text && word.text == among_repeats && call.kids.size() == 2;
        if (!is_copies && !is_repeats) {
            compiler.complain_unknown(word, word.text, {std::string(among_copies), std::string(among_repeats)});
            return Typed{};
        }
        if (call.kids.size() == 1) {
            compiler.emit_question(
                {Question::What::copies_differ, Whose::own, -1, 0, no_slot, {}, "differing(copies)"});
            return made;
        }
        const Typed table = compiler.visit(call.kids[0]);
        if (table.kind == Typed::Kind::failed) return table;
        if (table.kind != Typed::Kind::table)
            return compiler.complain_type(language_codes::not_a_table, call.kids[0], table);
        compiler.emit_question({is_copies ? Question::What::copies_differ : Question::What::repeats_differ, Whose::own,
            table.table->id, 0, no_slot, {}, "differing(" + table.table->name + ")"});
        return made;
    }};

}  // namespace gouji
