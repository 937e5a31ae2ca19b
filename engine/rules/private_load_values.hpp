// SPDX-License-Identifier: Apache-2.0
// Owns: what all loaders share: the keys of a map, each read by its loader, and the values that several kinds of files
// have.
// Refuses: to know what a value is for: each kind of file has a loader of its own.
#pragma once

#include "engine/model/form.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"
#include "engine/rules/yaml.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gouji {

/// How the value of a key gets into what is loaded.
template <class Target>
struct KeyLoader {
    std::string_view key;
    void (*load)(YamlFile& file, const Yaml& value, Target& target);
};

/// One loader for each key of a table of keys.cpp; a test holds them against each other.
template <class Target>
using KeyLoaders = std::span<const KeyLoader<Target>>;

/// Reads the value of one key; a key without a loader is left alone, `expect_keys` has complained of it.
template <class Target>
void load_key(YamlFile& file, const Yaml::Entry& entry, KeyLoaders<Target> loaders, Target& target) {
    for (const KeyLoader<Target>& loader : loaders) {
        if (loader.key == entry.key.text) return loader.load(file, entry.value, target);
    }
}

/// Reads the values of a map in the order in which they are written.
template <class Target>
void load_as_written(YamlFile& file, const Yaml& map, KeyLoaders<Target> loaders, Target& target) {
    for (const Yaml::Entry& entry : map.entries) load_key(file, entry, loaders, target);
}

/// Reads the values of a map in the order of their loaders: some build on what others have read.
template <class Target>
void load_in_order(YamlFile& file, const Yaml& map, KeyLoaders<Target> loaders, Target& target) {
    for (const KeyLoader<Target>& loader : loaders) {
        if (const Yaml* value = map.find(loader.key)) loader.load(file, *value, target);
    }
}

/// Every key of a map must be one of the table's, and those that are needed must be there.
void expect_keys(YamlFile& file, const Yaml& map, std::string_view table);
/// The place of a word in its table; the first, with a mistake, where it is none of them.
std::size_t load_choice(YamlFile& file, const Yaml& node, std::string_view table);
Severity load_severity(YamlFile& file, const Yaml& node);
Measure load_measure(YamlFile& file, const Yaml& node);
/// A number; nothing, with a mistake, for another text.
std::optional<Decimal> load_number(YamlFile& file, const Yaml& node);
/// A day written at a node, or in a part of its text; nothing after a mistake.
std::optional<std::int64_t> load_day(YamlFile& file, const Yaml& node, std::string_view text);
/// Days from one to another, with either end open.
Days load_days(YamlFile& file, const Yaml& node);
/// {zh: …, en: …} or one text for both.
Words load_words(YamlFile& file, const Yaml& node);
Years load_years(YamlFile& file, const Yaml& node);
Tolerance load_tolerance(YamlFile& file, const Yaml& node);
MissingPolicies load_missing(YamlFile& file, const Yaml& node);
/// The patterns of one text or of a list; they are compiled when their form is whole.
std::vector<Written> load_patterns(YamlFile& file, const Yaml& node);
inline Written load_pattern(const YamlFile& file, const Yaml& node) { return {node.text, file.name(), node.offset}; }
/// Each item of a list; a mistake where there is none.
void for_each_item(YamlFile& file, const Yaml& node, const std::function<void(const Yaml&)>& load_item);

}  // namespace gouji
