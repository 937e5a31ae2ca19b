// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <map>

namespace gouji {

SeenFigures load_figures(YamlFile& file, const Yaml& node) {
    SeenFigures made;
    if (!file.expect(node, Yaml::Kind::map)) return made;
    for (const auto& [name, seen] : node.entries) made.emplace_back(name.text, seen.is_null() ? "" : file.text(seen));
    return made;
}

Decision load_decision(YamlFile& file, const Yaml& entry) {
    Decision made;
    made.file = file.name();
    made.line = file.line_at(entry.offset);
    made.offset = entry.offset;
    if (!file.expect(entry, Yaml::Kind::map)) return made;
    expect_keys(file, entry, "decision");
    for (const auto& [key, value] : entry.entries) {
        // An entry begins with empty fields, to be filled in one after the other.
        if (value.is_null()) continue;
        if (key.text == "fingerprint") made.fingerprint = file.text(value);
        else if (key.text == "rule") made.rule = file.text(value);
        else if (key.text == "organ") made.organ = file.text(value);
        else if (key.text == "year") made.year = load_years(file, value).first;
        else if (key.text == "finding") made.finding = file.text(value);
        else if (key.text == "cells") made.cells = load_figures(file, value);
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            if (key.text != decision_fields[i].name) continue;
            made.fields[i] = file.text(value);
            for (const Key& known : key_table("decision").keys) {
                if (known.name == key.text && known.type == Key::Type::choice) load_choice(file, value, known.of);
            }
        }
    }
    return made;
}

void check_decisions(const Catalogue& catalogue, LoadedFiles& files) {
    std::map<std::string_view, const Decision*> seen;
    for (const Decision& one : catalogue.decisions) {
        const auto [first, is_new] = seen.try_emplace(one.fingerprint, &one);
        if (is_new) continue;
        files.complain(one.file, rule_codes::duplicate_id, one.offset,
            {{"id", same(one.fingerprint)},
                {"file", same(first->second->file + ":" + std::to_string(first->second->line))}});
    }
}

}  // namespace gouji
