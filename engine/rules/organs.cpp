// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/organs.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>

namespace gouji {

bool Organ::is(std::string_view other) const { return name == other || std::find(names.begin(), names.end(), other) != names.end(); }

const Organ* organ_named(const std::vector<Organ>& organs, std::string_view name) {
    const auto found = std::find_if(organs.begin(), organs.end(), [&](const Organ& one) { return one.is(name); });
    return found == organs.end() ? nullptr : &*found;
}

Organ load_organ(YamlFile& file, const Yaml& entry) {
    Organ made;
    made.file = file.name();
    made.offset = entry.offset;
    if (!file.expect(entry, Yaml::Kind::map)) return made;
    expect_keys(file, entry, "organ");
    for (const auto& [key, value] : entry.entries) {
        if (key.text == "organ") made.name = file.text(value);
        else if (key.text == "names") made.names = file.texts(value);
        else if (key.text == "before") made.before = file.texts(value);
        else if (key.text == "level") made.level = file.text(value);
        else if (key.text == "under") {
            made.under = file.text(value);
            made.under_offset = value.offset;
        }
    }
    return made;
}

void check_organs(const Catalogue& catalogue, const Complain& complain) {
    std::vector<std::string> known;
    for (const Organ& one : catalogue.organs) known.push_back(one.name);
    for (const Organ& one : catalogue.organs) {
        std::vector<std::string> own = one.names;
        own.push_back(one.name);
        for (const std::string& name : own) {
            const Organ* first = organ_named(catalogue.organs, name);
            if (first != &one) complain(one.file, rule_codes::duplicate_id, one.offset, {{"id", same(name)}, {"file", same(first->file)}});
        }
        if (!one.under.empty() && !organ_named(catalogue.organs, one.under)) {
            complain(one.file, rule_codes::unknown_organ, one.under_offset, {{"name", same(one.under)}, {"near", near_or_all(one.under, known)}});
        }
    }
}

}  // namespace gouji
