// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/organs.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

namespace gouji {

OrganIndex::OrganIndex(const std::vector<Organ>& organs) {
    for (const Organ& one : organs) {
        organs_.emplace(one.name, &one);
        for (const std::string& name : one.names) organs_.emplace(name, &one);
    }
}

const Organ* OrganIndex::named(std::string_view name) const {
    const auto found = organs_.find(name);
    return found == organs_.end() ? nullptr : found->second;
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

void check_organs(const Catalogue& catalogue, LoadedFiles& files) {
    constexpr int most_hints = 20;  // to look for a name that is near takes a look at all of them
    int hints = 0;
    const OrganIndex index(catalogue.organs);
    std::vector<std::string> known;
    for (const Organ& one : catalogue.organs) known.push_back(one.name);
    for (const Organ& one : catalogue.organs) {
        std::vector<std::string> own = one.names;
        own.push_back(one.name);
        for (const std::string& name : own) {
            const Organ* first = index.named(name);
            if (first != &one)
                files.complain(
                    one.file, rule_codes::duplicate_id, one.offset, {{"id", same(name)}, {"file", same(first->file)}});
        }
        if (!one.under.empty() && !index.named(one.under)) {
            constexpr std::size_t named_anyway = 13;
            if (++hints > most_hints && known.size() > named_anyway) known.resize(named_anyway);
            files.complain(one.file, rule_codes::unknown_organ, one.under_offset,
                {{"name", same(one.under)}, {"near", near_or_all(one.under, known)}});
        }
    }
}

}  // namespace gouji
