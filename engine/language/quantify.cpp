// SPDX-License-Identifier: Apache-2.0
#include "engine/language/quantify.hpp"

#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/domains.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {

void QuantifierCompiler::visit_body(const Node& body, Op fold, Typed& folded) {
    if (fold == Op::sum) folded.measure = join(folded.measure, visit_number(body), body);
    else visit_truth(body);
}

Typed QuantifierCompiler::quantify(const Node& call, Op fold) {
    const auto bindings = expand(call.kids[0]);
    Typed folded{fold == Op::all_of || fold == Op::any_of ? Typed::Kind::truth : Typed::Kind::number};
    if (bindings.empty()) {
        emit(fold, 0);  // a report may have none; after a mistake nothing is run
        return folded;
    }
    if (bindings.front().kind == Binding::Kind::fact) {
        emit_loop(call, fold, bindings, folded);
        return folded;
    }
    for (const Binding& binding : bindings) {
        bindings_.push_back(binding);
        visit_body(call.kids[1], fold, folded);
        bindings_.pop_back();
    }
    emit(fold, bindings.size());
    return folded;
}

/// Each fact has a body of its own: a program that is run for each of its mentions.
void QuantifierCompiler::emit_loop(const Node& call, Op fold, const std::vector<Binding>& bindings, Typed& folded) {
    const Node& body = call.kids[1];
    const Span whole = hull(call.span, body.span);
    Loop loop{fold, formula_->text.substr(whole.start, whole.end - whole.start) + ")", slots_++, {}};
    Program outer = std::move(program_);
    for (const Binding& binding : bindings) {
        program_ = {};
        bindings_.push_back(binding);
        bindings_.back().slot = loop.slot;
        visit_body(body, fold, folded);
        bindings_.pop_back();
        loop.parts.push_back({{binding.fact->id, binding.fact->row_path()}, std::move(program_)});
    }
    program_ = std::move(outer);
    for (const auto& part : loop.parts)
        program_.compared.insert(program_.compared.end(), part.body.compared.begin(), part.body.compared.end());
    program_.loops.push_back(std::move(loop));
    emit(Op::each, program_.loops.size() - 1);
}

namespace {

std::vector<std::string> domain_names() {
    std::vector<std::string> names;
    for (const Domain& domain : domains()) names.emplace_back(domain.name);
    return names;
}

const Domain* domain_named(std::string_view name) {
    const auto found =
        std::find_if(domains().begin(), domains().end(), [&](const Domain& each) { return each.name == name; });
    return found == domains().end() ? nullptr : &*found;
}

}  // namespace

std::vector<Binding> QuantifierCompiler::expand(const Node& in) {
    const bool shaped =
        in.kind == NodeKind::in && in.kids[0].kind == NodeKind::name && in.kids[1].kind == NodeKind::call;
    if (!shaped) {
        complain(language_codes::not_a_domain, in, {{"domains", same(joined(domain_names()))}});
        return {};
    }
    const Node& call = in.kids[1];
    const Domain* domain = domain_named(call.text);
    if (!domain) {
        if (repeats(language_codes::unknown_domain, call)) return {};
        complain(language_codes::unknown_domain, call,
            {{"name", same(call.text)}, {"near", near_or_all(call.text, domain_names())}});
        return {};
    }
    const std::size_t before = mistakes_;
    auto bindings = domain->expand(*this, call, in.kids[0].text);
    // A filing may lack all of it; a form may not.
    if (bindings.empty() && mistakes_ == before && !names_.lenient) complain(language_codes::empty_for, call, {});
    return bindings;
}

}  // namespace gouji
