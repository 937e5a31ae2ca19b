// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_mention_forms.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/private_load_formula.hpp"
#include "engine/rules/private_load_lexicon.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace gouji {
namespace {

std::vector<FieldForm> load_fields(YamlFile& file, const Yaml& node) {
    std::vector<FieldForm> fields;
    if (!file.expect(node, Yaml::Kind::map)) return fields;
    for (const auto& [name, measure] : node.entries) fields.push_back({name.text, load_measure(file, measure)});
    return fields;
}

/// The figure that a phrase stands for: a field of the fact, with a number.
void load_fixed(YamlFile& file, const Yaml::Entry& entry, const std::vector<FieldForm>& fields, Phrase& phrase) {
    const auto& [key, value] = entry;
    std::vector<std::string> names = {"phrase"};
    for (const auto& field : fields) names.push_back(field.name);
    if (std::find(names.begin(), names.end(), key.text) == names.end())
        file.complain(rule_codes::unknown_key, key, {{"key", same(key.text)}, {"near", near_or_all(key.text, names)}});
    else if (const auto number = load_number(file, value)) phrase.fixed.emplace_back(key.text, *number);
}

/// A pattern, or a pattern with the figures that it stands for: `{phrase: 未收到…申请, 件数: 0}`.
Phrase load_phrase(YamlFile& file, const Yaml& node, const std::vector<FieldForm>& fields) {
    if (node.is_scalar()) return {load_pattern(file, node), {}};
    Phrase phrase;
    for (const Yaml::Entry& entry : node.entries) {
        if (entry.key.text == "phrase") phrase.pattern = load_pattern(file, entry.value);
        else load_fixed(file, entry, fields, phrase);
    }
    if (phrase.pattern.text.empty()) file.complain(rule_codes::missing_key, node, {{"key", same("phrase")}});
    return phrase;
}

void load_phrases(YamlFile& file, const Yaml& node, LoadedMention& mention) {
    for_each_item(file, node, [&](const Yaml& phrase) {
        if (phrase.is_scalar() || file.expect(phrase, Yaml::Kind::map))
            mention.form.phrases.push_back(load_phrase(file, phrase, mention.form.fields));
    });
}

void load_means(YamlFile& file, const Yaml& node, LoadedMention& mention) {
    for_each_item(file, node, [&](const Yaml& formula) {
        if (file.expect(formula, Yaml::Kind::scalar)) mention.means.push_back(load_formula(file, formula));
    });
}

using Loader = KeyLoader<LoadedMention>;
constexpr std::array loaders = {
    Loader{"fact",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) { mention.form.fact = file.text(value); }},
    Loader{"kind",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) { mention.form.kind = file.text(value); }},
    Loader{"rows",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) { mention.form.rows = file.text(value); }},
    Loader{"signed",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) {
            mention.form.is_signed = file.text(value) == "true";
        }},
    Loader{"sections",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) { mention.form.sections = file.texts(value); }},
    Loader{"scopes",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) {
            mention.form.scopes = load_patterns(file, value);
        }},
    // Phrases are read after the fields that they name.
    Loader{"fields",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) {
            mention.form.fields = load_fields(file, value);
        }},
    Loader{"parts",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) {
            mention.form.parts = file.text(value) == "true";
        }},
    Loader{"stops",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) {
            mention.form.stops = load_patterns(file, value);
        }},
    Loader{"says",
        [](YamlFile& file, const Yaml& value, LoadedMention& mention) {
            if (value.is_map()) mention.form.says.push_back(load_saying(file, value));
            else
                for_each_item(
                    file, value, [&](const Yaml& one) { mention.form.says.push_back(load_saying(file, one)); });
        }},
    Loader{"phrases", load_phrases},
    Loader{"means", load_means},
};

}  // namespace

KeyLoaders<LoadedMention> mention_loaders() { return loaders; }

LoadedMention load_mention_form(YamlFile& file, const Yaml& node) {
    expect_keys(file, node, "mention");
    LoadedMention mention;
    mention.form.fields = {{"件数", Measure::count}};
    load_in_order(file, node, mention_loaders(), mention);
    return mention;
}

}  // namespace gouji
