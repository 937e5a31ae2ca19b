// SPDX-License-Identifier: Apache-2.0
// The part of the compiler that compiles calls: functions, and quantifiers over a domain.
#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/functions/functions.hpp"

namespace gouji {

Typed Compiler::visit_call(const Node& node) {
    const Function* function = function_named(node.text);
    if (!function) {
        if (repeats(language_codes::unknown_function, node)) return {};
        std::vector<std::string> known;
        for (const auto& one : functions()) known.emplace_back(one.name);
        complain(language_codes::unknown_function, node,
            {{"name", same(node.text)}, {"near", near_or_all(node.text, known)}});
        return {};
    }
    if (node.kids.size() < function->least || node.kids.size() > function->most) {
        complain(language_codes::wrong_arity, node,
            {{"name", same(node.text)}, {"given", same(std::to_string(node.kids.size()))},
                {"signature", same(function->signature)}});
        return {};
    }
    return function->compile(*this, node);
}

Typed Compiler::quantify(const Node& call, Op fold) {
    const Node& body = call.kids[1];
    const auto bound = expand(call.kids[0]);
    Typed made{fold == Op::all_of || fold == Op::any_of ? Typed::Kind::truth : Typed::Kind::number};
    if (bound.empty()) return made;
    const auto visit_body = [&] {
        if (fold == Op::sum) made.measure = join(made.measure, visit_number(body), body);
        else visit_truth(body);
    };
    if (bound.front().kind != Binding::Kind::fact) {
        for (const Binding& one : bound) {
            bindings_.push_back(one);
            visit_body();
            bindings_.pop_back();
        }
        emit(fold, bound.size());
        return made;
    }
    const Span whole = hull(call.span, body.span);
    Loop loop{fold, formula_->text.substr(whole.start, whole.end - whole.start) + ")", slots_++, {}};
    Program outer = std::move(program_);
    for (const Binding& one : bound) {
        program_ = {};
        bindings_.push_back(one);
        bindings_.back().slot = loop.slot;
        visit_body();
        bindings_.pop_back();
        loop.parts.push_back({one.fact->id, std::move(program_)});
    }
    program_ = std::move(outer);
    for (const auto& part : loop.parts)
        program_.compared.insert(program_.compared.end(), part.body.compared.begin(), part.body.compared.end());
    program_.loops.push_back(std::move(loop));
    emit(Op::each, program_.loops.size() - 1);
    return made;
}

}  // namespace gouji
