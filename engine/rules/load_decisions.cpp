// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_decisions.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/keys.hpp"

#include <array>
#include <map>

namespace gouji {

namespace {

using Loader = KeyLoader<Decision>;
constexpr std::array loaders = {
    Loader{"fingerprint",
        [](YamlFile& file, const Yaml& value, Decision& decision) { decision.fingerprint = file.text(value); }},
    Loader{"rule", [](YamlFile& file, const Yaml& value, Decision& decision) { decision.rule = file.text(value); }},
    Loader{"organ", [](YamlFile& file, const Yaml& value, Decision& decision) { decision.organ = file.text(value); }},
    Loader{"year",
        [](YamlFile& file, const Yaml& value, Decision& decision) { decision.year = load_years(file, value).first; }},
    Loader{
        "finding", [](YamlFile& file, const Yaml& value, Decision& decision) { decision.finding = file.text(value); }},
    Loader{"cells",
        [](YamlFile& file, const Yaml& value, Decision& decision) { decision.cells = load_figures(file, value); }},
};

/// A field that people fill in: a text, or one of the words of its key.
void load_field(YamlFile& file, const Yaml& key, const Yaml& value, Decision& decision) {
    for (std::size_t i = 0; i < decision_fields.size(); ++i) {
        if (key.text != decision_fields[i].name) continue;
        decision.fields[i] = file.text(value);
        for (const Key& known : key_table("decision").keys) {
            if (known.name == key.text && known.type == Key::Type::choice) load_choice(file, value, known.of);
        }
    }
}

}  // namespace

KeyLoaders<Decision> decision_loaders() { return loaders; }

SeenFigures load_figures(YamlFile& file, const Yaml& node) {
    SeenFigures figures;
    if (!file.expect(node, Yaml::Kind::map)) return figures;
    for (const auto& [name, seen] : node.entries)
        figures.emplace_back(name.text, seen.is_null() ? "" : file.text(seen));
    return figures;
}

Decision load_decision(YamlFile& file, const Yaml& entry) {
    Decision decision;
    decision.file = file.name();
    decision.line = file.line_at(entry.offset);
    decision.offset = entry.offset;
    if (!file.expect(entry, Yaml::Kind::map)) return decision;
    expect_keys(file, entry, "decision");
    for (const Yaml::Entry& field : entry.entries) {
        // A new entry has empty fields, which people fill in one after the other.
        if (field.value.is_null()) continue;
        load_key(file, field, decision_loaders(), decision);
        load_field(file, field.key, field.value, decision);
    }
    return decision;
}

void check_decisions(const Catalogue& catalogue, LoadedFiles& files) {
    std::map<std::string_view, const Decision*> seen;
    for (const Decision& decision : catalogue.decisions) {
        const auto [first, is_new] = seen.try_emplace(decision.fingerprint, &decision);
        if (is_new) continue;
        files.complain(decision.file, rule_codes::duplicate_id, decision.offset,
            {{"id", same(decision.fingerprint)},
                {"file", same(first->second->file + ":" + std::to_string(first->second->line))}});
    }
}

}  // namespace gouji
