// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_lint.hpp"

#include "engine/language/codes.hpp"
#include "engine/language/evaluate.hpp"
#include "engine/language/message.hpp"
#include "engine/rules/codes.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

bool asked_for(const Rule& rule, std::string_view name) {
    const auto asks = [&](const Formula& formula) { return uses_name(formula.root, name); };
    const auto other_let = [&](const auto& let) { return let.first != name && asks(let.second); };
    const auto domain = [&](const Formula& formula) {
        return formula.root.kind == NodeKind::in && uses_name(formula.root.kids[1], name);
    };
    return asks(rule.check) || (rule.when && asks(*rule.when))
        || std::any_of(rule.lets.begin(), rule.lets.end(), other_let)
        || std::any_of(rule.fors.begin(), rule.fors.end(), domain);
}

void complain_at(YamlFile& file, const Code& code, const Formula& formula, Span span, Substitutes arguments) {
    file.complain(diagnose(code, arguments), formula.offset + span.start, formula.offset + span.end);
}

const Node* variable_of(const Formula& domain) {
    const bool shaped = domain.root.kind == NodeKind::in && domain.root.kids[0].kind == NodeKind::name;
    return shaped ? &domain.root.kids[0] : nullptr;
}

/// Says what the name already means in some form; nothing when it is free.
std::optional<Words> taken_by_form(const Catalogue& catalogue, std::string_view name) {
    for (const std::string_view word : {"year", "organ", "level", "published", "form", "previous", "below", "copies"}) {
        if (name == word) return Words{"语言自己的词", "a word of the language"};
    }
    for (const FormEntry& entry : catalogue.forms) {
        if (entry.names.table(name)) return Words{"一张表", "a table"};
        if (entry.names.fact(name)) return Words{"一个事项", "a fact"};
    }
    return std::nullopt;
}

}  // namespace

void check_names(YamlFile& file, const Rule& rule, const Catalogue& catalogue) {
    std::vector<std::string> seen;
    const auto check = [&](const std::string& name, const Formula& formula, Span span) {
        auto what = taken_by_form(catalogue, name);
        if (!what && std::find(seen.begin(), seen.end(), name) != seen.end())
            what = Words{"另一个变量或 let", "another variable or let"};
        seen.push_back(name);
        if (what) complain_at(file, rule_codes::name_taken, formula, span, {{"name", same(name)}, {"what", *what}});
    };
    for (const Formula& domain : rule.fors) {
        if (const Node* variable = variable_of(domain)) check(variable->text, domain, variable->span);
    }
    for (std::size_t i = 0; i < rule.lets.size(); ++i) {
        if (i < rule.own_lets) check(rule.lets[i].first, rule.lets[i].second, rule.lets[i].second.root.span);
    }
}

void check_use(YamlFile& file, const Rule& rule) {
    for (const Formula& domain : rule.fors) {
        const Node* variable = variable_of(domain);
        if (variable && !asked_for(rule, variable->text))
            complain_at(file, rule_codes::unused_variable, domain, variable->span, {{"name", same(variable->text)}});
    }
    for (std::size_t i = 0; i < rule.own_lets; ++i) {
        const auto& [name, formula] = rule.lets[i];
        if (!message_uses(rule, name) && !asked_for(rule, name))
            complain_at(file, rule_codes::unused_variable, formula, formula.root.span, {{"name", same(name)}});
    }
}

namespace {

/// Both sides of a comparison are the same instructions over the same figures.
bool compares_with_itself(const Program& program) {
    if (program.split == 0 || program.split * 2 + 1 != program.code.size()) return false;
    const auto middle = program.code.begin() + program.split;
    const auto number = [&](const Instruction& one) {
        return one.op == Op::number ? program.numbers[one.argument] : Decimal();
    };
    return std::equal(program.code.begin(), middle, middle, [&](const Instruction& a, const Instruction& b) {
        return a == b || (a.op == Op::number && b.op == Op::number && number(a) == number(b));
    });
}

}  // namespace

void check_constant(YamlFile& file, const Rule& rule, const std::vector<const Instance*>& instances) {
    const auto check = [&](const Formula& formula, auto program_of) {
        const bool constant = std::all_of(instances.begin(), instances.end(), [&](const Instance* one) {
            const Program* program = program_of(*one);
            return program && !program->empty() && (program->constant() || compares_with_itself(*program));
        });
        if (!constant) return;
        const Program& program = *program_of(*instances.front());
        const Op root = program.code.back().op;
        bool value = root == Op::equal || root == Op::at_most || root == Op::at_least;
        if (program.constant()) value = constant_value(program);
        complain_at(file, rule_codes::constant_condition, formula, formula.root.span,
            {{"value", value ? Words{"成立", "true"} : Words{"不成立", "false"}}});
    };
    check(rule.check, [](const Instance& one) { return &one.check; });
    if (rule.when) check(*rule.when, [](const Instance& one) { return one.when ? &*one.when : nullptr; });
}

namespace {

/// The arguments that the messages of the rule may use.
std::vector<std::string> arguments_for(const Rule& rule, const Instance& instance) {
    std::vector<std::string> known;
    for (const auto& [name, value] : instance.bound) known.push_back(name);
    for (const auto& [name, formula] : rule.lets) known.push_back(name);
    if (instance.check.split > 0) known.insert(known.end(), {"left", "right", "difference"});
    return known;
}

/// Complains of a message whose pattern is broken or has unknown arguments.
void check_text(YamlFile& file, const Rule& rule, const std::string& text, const MessageArguments& arguments,
    const std::vector<std::string>& known) {
    const auto complain = [&](Diagnostic diagnostic) {
        const std::size_t at = std::min(file.content().find(text, rule.offset), file.content().size());
        file.complain(std::move(diagnostic), at, at + text.size());
    };
    if (!arguments.problem.empty())
        complain(diagnose(language_codes::message_pattern, {{"why", same(arguments.problem)}}));
    for (const auto& name : arguments.names) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        complain(diagnose(language_codes::message_argument, {{"name", same(name)}, {"known", same(joined(known))}}));
    }
}

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

void check_message(YamlFile& file, const Rule& rule, const Instance& instance) {
    const auto known = arguments_for(rule, instance);
    const auto& [zh, en] = rule.message_arguments;
    check_text(file, rule, rule.message.zh, zh, known);
    if (rule.message.zh == rule.message.en) return;
    check_text(file, rule, rule.message.en, en, known);
    const auto of_zh = sorted(zh.names), of_en = sorted(en.names);
    std::vector<std::string> differing;
    std::set_symmetric_difference(
        of_zh.begin(), of_zh.end(), of_en.begin(), of_en.end(), std::back_inserter(differing));
    if (differing.empty()) return;
    file.complain(
        diagnose(rule_codes::message_languages, {{"names", same(joined(differing))}}), rule.offset, rule.offset + 1);
}

void check_tests(YamlFile& file, const Rule& rule) {
    bool passes = false;
    bool fails = false;
    for (const RuleTest& test : rule.tests) {
        fails = fails || test.expect.find("fail");
        passes = passes || (test.expect.is_scalar() && test.expect.text == "pass") || test.expect.find("pass");
    }
    const auto complain = [&](Words which) {
        file.complain(diagnose(rule_codes::no_test, {{"which", std::move(which)}}), rule.offset, rule.offset + 1);
    };
    if (!passes) complain({"通过", "passes"});
    if (!fails) complain({"不通过", "fails"});
}

}  // namespace gouji
