// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

namespace {

/// Of the report of the year before, as `previous` says. Nobody has the year before that one.
bool asks_another_report(const Formula& one) { return uses_name(one.root, "previous") || uses_name(one.root, "below"); }

const std::vector<Formula>& meanings_of(const FactNames& fact) {
    static const std::vector<Formula> none;
    return fact.means ? *fact.means : none;
}

}  // namespace

extern const Function function_means = {"means", "means(m) | means(m, previous)",
    "表单文件所写的、这句话可能对应的各个数；写了 previous 的，取上一年报告中的数",
    "the figures that the phrase may refer to, according to the form file; with previous, those of the year before", 1,
    2, [](Compiler& compiler, const Node& call) {
        Typed fact = compiler.visit(call.kids[0]);
        if (fact.kind == Typed::Kind::failed) return fact;
        if (fact.kind != Typed::Kind::fact)
            return compiler.complain_type(language_codes::not_a_fact, call.kids[0], fact);
        const bool before = call.kids.size() == 2;
        if (before && (call.kids[1].kind != NodeKind::name || call.kids[1].text != "previous")) {
            compiler.complain(language_codes::syntax, call.kids[1], {{"expected", {"previous", "previous"}}});
            return Typed{};
        }
        Typed made{Typed::Kind::set};
        for (const Formula& one : meanings_of(*fact.fact)) {
            if (!before) made.members.push_back({&one, &one.root, Whose::own});
            else if (!asks_another_report(one)) made.members.push_back({&one, &one.root, Whose::previous});
        }
        if (!made.members.empty()) return made;
        compiler.complain(language_codes::no_meaning, call.kids[0], {{"name", same(fact.fact->name)}});
        return Typed{};
    }};

}  // namespace gouji
