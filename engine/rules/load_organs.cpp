// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_organs.hpp"

#include "engine/rules/codes.hpp"

#include <array>

namespace gouji {
namespace {

constexpr std::array loaders = {
    KeyLoader<Organ>{"organ", [](YamlFile& file, const Yaml& value, Organ& organ) { organ.name = file.text(value); }},
    KeyLoader<Organ>{"names", [](YamlFile& file, const Yaml& value, Organ& organ) { organ.names = file.texts(value); }},
    KeyLoader<Organ>{
        "before", [](YamlFile& file, const Yaml& value, Organ& organ) { organ.before = file.texts(value); }},
    KeyLoader<Organ>{"level", [](YamlFile& file, const Yaml& value, Organ& organ) { organ.level = file.text(value); }},
    KeyLoader<Organ>{"under",
        [](YamlFile& file, const Yaml& value, Organ& organ) {
            organ.under = file.text(value);
            organ.under_offset = value.offset;
        }},
};

}  // namespace

KeyLoaders<Organ> organ_loaders() { return loaders; }

Organ load_organ(YamlFile& file, const Yaml& entry) {
    Organ organ;
    organ.file = file.name();
    organ.offset = entry.offset;
    if (!file.expect(entry, Yaml::Kind::map)) return organ;
    expect_keys(file, entry, "organ");
    load_as_written(file, entry, organ_loaders(), organ);
    return organ;
}

void check_organs(const Catalogue& catalogue, LoadedFiles& files) {
    constexpr int most_hints = 20;  // a near name is looked for among all of them
    int hints = 0;
    const OrganIndex index(catalogue.organs);
    std::vector<std::string> known;
    for (const Organ& organ : catalogue.organs) known.push_back(organ.name);
    for (const Organ& organ : catalogue.organs) {
        std::vector<std::string> own = organ.names;
        own.push_back(organ.name);
        for (const std::string& name : own) {
            const Organ* first = index.named(name);
            if (first != &organ)
                files.complain(organ.file, rule_codes::duplicate_id, organ.offset,
                    {{"id", same(name)}, {"file", same(first->file)}});
        }
        if (!organ.under.empty() && !index.named(organ.under)) {
            constexpr std::size_t named_anyway = 13;
            if (++hints > most_hints && known.size() > named_anyway) known.resize(named_anyway);
            files.complain(organ.file, rule_codes::unknown_organ, organ.under_offset,
                {{"name", same(organ.under)}, {"near", near_or_all(organ.under, known)}});
        }
    }
}

}  // namespace gouji
