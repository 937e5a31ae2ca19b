// SPDX-License-Identifier: Apache-2.0
// The mentions of a form: the phrases with which prose states figures, and what those may stand for.
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace gouji {
namespace {

std::vector<FieldForm> load_fields(YamlFile& file, const Yaml* node) {
    if (!node) return {{"件数", Measure::count}};
    std::vector<FieldForm> made;
    if (!file.expect(*node, Yaml::Kind::map)) return made;
    for (const auto& [name, measure] : node->entries) made.push_back({name.text, load_measure(file, measure)});
    return made;
}

/// A pattern, or a pattern with the figures that it stands for: `{phrase: 未收到…申请, 件数: 0}`.
Phrase load_phrase(YamlFile& file, const Yaml& node, const std::vector<FieldForm>& fields) {
    if (node.is_scalar()) return {load_pattern(file, node), {}};
    Phrase made;
    for (const auto& [key, value] : node.entries) {
        if (key.text == "phrase") {
            made.pattern = load_pattern(file, value);
            continue;
        }
        const bool field = std::any_of(
            fields.begin(), fields.end(), [&name = key.text](const FieldForm& one) { return one.name == name; });
        const auto number = Decimal::parse(file.text(value));
        std::vector<std::string> names = {"phrase"};
        for (const auto& one : fields) names.push_back(one.name);
        if (!field)
            file.complain(
                rule_codes::unknown_key, key, {{"key", same(key.text)}, {"near", near_or_all(key.text, names)}});
        else if (!number)
            file.complain(rule_codes::wrong_word, value,
                {{"word", same(value.text)}, {"what", {"数", "number"}}, {"near", {"", ""}}});
        else made.fixed.emplace_back(key.text, *number);
    }
    if (made.pattern.text.empty()) file.complain(rule_codes::missing_key, node, {{"key", same("phrase")}});
    return made;
}

}  // namespace

LoadedMention load_mention_form(YamlFile& file, const Yaml& node) {
    expect_keys(file, node, "mention");
    LoadedMention made;
    MentionForm& form = made.form;
    if (const Yaml* fact = node.find("fact")) form.fact = file.text(*fact);
    if (const Yaml* kind = node.find("kind")) form.kind = file.text(*kind);
    if (const Yaml* sections = node.find("sections")) form.sections = file.texts(*sections);
    if (const Yaml* scopes = node.find("scopes")) form.scopes = load_patterns(file, *scopes);
    if (const Yaml* inside = node.find("inside")) form.inside = load_patterns(file, *inside);
    if (const Yaml* others = node.find("others")) form.others = load_patterns(file, *others);
    form.fields = load_fields(file, node.find("fields"));
    if (const Yaml* alike = node.find("alike")) form.alike = file.text(*alike) == "true";
    if (const Yaml* phrases = node.find("phrases")) {
        for_each_item(file, *phrases, [&](const Yaml& one) {
            if (one.is_scalar() || file.expect(one, Yaml::Kind::map))
                form.phrases.push_back(load_phrase(file, one, form.fields));
        });
    }
    if (const Yaml* list = node.find("means")) {
        for_each_item(file, *list, [&](const Yaml& one) {
            if (file.expect(one, Yaml::Kind::scalar)) made.means.push_back(load_formula(file, one));
        });
    }
    return made;
}

}  // namespace gouji
