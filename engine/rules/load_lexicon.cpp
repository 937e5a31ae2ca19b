// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_lexicon.hpp"

#include <utility>

namespace gouji {
namespace {

/// `申请: [ 写法, … ]` of a class with values; a list of spellings of the others.
void load_words_of(YamlFile& file, const Yaml& node, WordClass word_class, Lexicon& lexicon) {
    const auto add = [&](const std::string& value, const Yaml& spellings) {
        std::vector<Written> patterns = load_patterns(file, spellings);
        // A value that has no word of its own still has its name.
        if (patterns.empty()) lexicon.words.push_back({word_class, value, {}});
        for (Written& pattern : patterns) lexicon.words.push_back({word_class, value, std::move(pattern)});
    };
    if (!has_values(word_class)) return add({}, node);
    if (!file.expect(node, Yaml::Kind::map)) return;
    for (const auto& [value, spellings] : node.entries) add(value.text, spellings);
}

void load_slot(YamlFile& file, const Yaml& node, Saying::Slot& slot) {
    for (Written& value : load_patterns(file, node)) {
        if (value.text == no_value) slot.may_be_empty = true;
        else slot.values.push_back(std::move(value));
    }
}

}  // namespace

Lexicon load_lexicon(YamlFile& file, const Yaml& root) {
    expect_keys(file, root, "lexicon");
    const Yaml& family = *root.find("lexicon");
    Lexicon lexicon{file.text(family), file.name(), family.offset, {}};
    for (std::size_t i = 0; i < word_class_count; ++i) {
        if (const Yaml* node = root.find(word_class_names[i]))
            load_words_of(file, *node, static_cast<WordClass>(i), lexicon);
    }
    return lexicon;
}

Saying load_saying(YamlFile& file, const Yaml& node) {
    Saying saying;
    if (!file.expect(node, Yaml::Kind::map)) return saying;
    expect_keys(file, node, "says");
    for (std::size_t i = 0; i < slot_count; ++i) {
        if (const Yaml* slot = node.find(word_class_names[i])) load_slot(file, *slot, saying.slots[i]);
    }
    if (const Yaml* units = node.find("unit")) saying.units = file.texts(*units);
    if (const Yaml* base = node.find("base")) saying.base = load_patterns(file, *base);
    if (const Yaml* figure = node.find("figure")) saying.figure = load_number(file, *figure);
    return saying;
}

}  // namespace gouji
