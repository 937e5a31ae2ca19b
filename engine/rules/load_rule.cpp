// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_rule.hpp"

#include "engine/language/message.hpp"
#include "engine/rules/private_load_formula.hpp"
#include "engine/rules/private_load_tests.hpp"

#include <array>

namespace gouji {
namespace {

void load_fors(YamlFile& file, const Yaml& node, std::vector<Formula>& fors) {
    if (!node.is_list()) return fors.push_back(load_formula(file, node));
    for (const Yaml& domain : node.items) fors.push_back(load_formula(file, domain));
}

void load_tests(YamlFile& file, const Yaml& node, Rule& rule) {
    for_each_item(file, node, [&](const Yaml& entry) {
        rule.tests.push_back(load_test(file, entry));
        rule.tests.back().rule = rule.id;
    });
}

constexpr std::array rule_keys = {
    KeyLoader<Rule>{"id", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.id = file.text(value); }},
    KeyLoader<Rule>{
        "title", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.title = load_words(file, value); }},
    KeyLoader<Rule>{
        "holds", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.holds = load_words(file, value); }},
    KeyLoader<Rule>{
        "basis", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.basis = load_words(file, value); }},
    KeyLoader<Rule>{"note", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.note = load_words(file, value); }},
    // Read before all others: a rule that is too new is left out (catalogue.cpp).
    KeyLoader<Rule>{"needs", [](YamlFile&, const Yaml&, Rule&) {}},
    KeyLoader<Rule>{"forms", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.forms = file.texts(value); }},
    KeyLoader<Rule>{
        "years", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.years = load_years(file, value); }},
    KeyLoader<Rule>{"levels", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.levels = file.texts(value); }},
    KeyLoader<Rule>{
        "effective", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.effective = load_days(file, value); }},
    KeyLoader<Rule>{"for", [](YamlFile& file, const Yaml& value, Rule& rule) { load_fors(file, value, rule.fors); }},
    KeyLoader<Rule>{"let", [](YamlFile& file, const Yaml& value, Rule& rule) { load_lets(file, value, rule.lets); }},
    KeyLoader<Rule>{"use", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.uses = file.texts(value); }},
    KeyLoader<Rule>{
        "when", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.when = load_formula(file, value); }},
    KeyLoader<Rule>{
        "check", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.check = load_formula(file, value); }},
    KeyLoader<Rule>{"tolerance",
        [](YamlFile& file, const Yaml& value, Rule& rule) { rule.tolerance = load_tolerance(file, value); }},
    KeyLoader<Rule>{
        "missing", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.missing = load_missing(file, value); }},
    KeyLoader<Rule>{
        "severity", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.severity = load_severity(file, value); }},
    KeyLoader<Rule>{
        "message", [](YamlFile& file, const Yaml& value, Rule& rule) { rule.message = load_words(file, value); }},
    KeyLoader<Rule>{"tests", load_tests},
};

constexpr std::array library_keys = {
    KeyLoader<Library>{
        "library", [](YamlFile& file, const Yaml& value, Library& library) { library.name = file.text(value); }},
    KeyLoader<Library>{
        "use", [](YamlFile& file, const Yaml& value, Library& library) { library.uses = file.texts(value); }},
    KeyLoader<Library>{
        "let", [](YamlFile& file, const Yaml& value, Library& library) { load_lets(file, value, library.lets); }},
};

}  // namespace

KeyLoaders<Rule> rule_loaders() { return rule_keys; }
KeyLoaders<Library> library_loaders() { return library_keys; }

Library load_library(YamlFile& file, const Yaml& entry) {
    Library library;
    library.file = file.name();
    library.offset = entry.offset;
    expect_keys(file, entry, "library");
    load_in_order(file, entry, library_loaders(), library);
    return library;
}

Rule load_rule(YamlFile& file, const Yaml& entry) {
    Rule rule;
    rule.file = file.name();
    rule.offset = entry.offset;
    rule.line = file.line_at(entry.offset);
    if (!file.expect(entry, Yaml::Kind::map)) return rule;
    expect_keys(file, entry, "rule");
    load_as_written(file, entry, rule_loaders(), rule);
    rule.message_arguments = {arguments_of(rule.message.zh),
        rule.message.zh == rule.message.en ? MessageArguments{} : arguments_of(rule.message.en)};
    rule.own_lets = rule.lets.size();
    return rule;
}

}  // namespace gouji
