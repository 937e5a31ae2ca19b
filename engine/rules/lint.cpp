// SPDX-License-Identifier: Apache-2.0
// Checks of a rule that compiles and could still do nothing, or say it wrongly.
#include "engine/language/codes.hpp"
#include "engine/language/message.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

bool uses(const Node& node, std::string_view variable) {
    const std::string_view text = node.text;
    if (node.kind == NodeKind::name && text.substr(0, text.find('.')) == variable) return true;
    return std::any_of(node.kids.begin(), node.kids.end(), [&](const Node& kid) { return uses(kid, variable); });
}

}  // namespace

/// A variable that nothing asks for makes the same check many times.
void check_variables(YamlFile& file, const Rule& rule) {
    for (const Formula& domain : rule.fors) {
        if (domain.root.kind != NodeKind::in || domain.root.kids[0].kind != NodeKind::name) continue;
        const Node& variable = domain.root.kids[0];
        const bool used = uses(rule.check.root, variable.text) || (rule.when && uses(rule.when->root, variable.text)) ||
                          std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) { return uses(one.second.root, variable.text); });
        if (used) continue;
        file.complain(diagnose(rule_codes::unused_variable, {{"name", same(variable.text)}}), domain.offset + variable.span.start, domain.offset + variable.span.end);
    }
}

void check_message(YamlFile& file, const Rule& rule, const Instance& instance) {
    std::vector<std::string> known;
    for (const auto& [name, value] : instance.bound) known.push_back(name);
    for (const auto& [name, formula] : rule.lets) known.push_back(name);
    if (instance.sides) known.insert(known.end(), {"left", "right", "difference"});
    std::vector<std::vector<std::string>> used;
    const bool one_text = rule.message.zh == rule.message.en;
    for (const auto* text : one_text ? std::vector{&rule.message.zh} : std::vector{&rule.message.zh, &rule.message.en}) {
        MessageArguments found = arguments_of(*text);
        const auto complain = [&](Diagnostic diagnostic) {
            const std::size_t at = std::min(file.content().find(*text, rule.offset), file.content().size());
            file.complain(std::move(diagnostic), at, at + text->size());
        };
        if (!found.problem.empty()) complain(diagnose(language_codes::message_pattern, {{"why", same(found.problem)}}));
        for (const auto& name : found.names) {
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            complain(diagnose(language_codes::message_argument, {{"name", same(name)}, {"known", same(joined(known))}}));
        }
        std::sort(found.names.begin(), found.names.end());
        used.push_back(std::move(found.names));
    }
    if (used.front() == used.back()) return;
    std::vector<std::string> apart;
    std::set_symmetric_difference(used[0].begin(), used[0].end(), used[1].begin(), used[1].end(), std::back_inserter(apart));
    file.complain(diagnose(rule_codes::message_languages, {{"names", same(joined(apart))}}), rule.offset, rule.offset + 1);
}

/// A rule is known to work when a test shows it failing and another passing.
void check_tests(YamlFile& file, const Rule& rule) {
    bool passes = false;
    bool fails = false;
    for (const RuleTest& test : rule.tests) {
        fails = fails || test.expect.find("fail");
        passes = passes || (test.expect.is_scalar() && test.expect.text == "pass") || test.expect.find("pass");
    }
    const auto complain = [&](Words which) { file.complain(diagnose(rule_codes::no_test, {{"which", std::move(which)}}), rule.offset, rule.offset + 1); };
    if (!passes) complain({"通过", "passes"});
    if (!fails) complain({"不通过", "fails"});
}

}  // namespace gouji
