// SPDX-License-Identifier: Apache-2.0
// Owns: the two loaders, what they share, and the checks of what they loaded, inside engine/rules.
// Refuses: to compile; catalogue.cpp does when all files are read.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/yaml.hpp"

namespace gouji {

/// Reads a `form:` file; relations go to `rules`. A form that extends another begins as its copy, with its relations;
/// what it writes replaces what it inherits: lists whole, tables and mentions by their names.
void load_form(YamlFile& file, const Yaml& root, std::deque<FormEntry>& forms, std::deque<Rule>& rules);

/// Reads one entry of a rule file.
Rule load_rule(YamlFile& file, const Yaml& entry);

/// A formula with its place; a mistake in its syntax is noted.
Formula load_formula(YamlFile& file, const Yaml& node);

/// {zh: …, en: …} or one text for both.
Words load_words(YamlFile& file, const Yaml& node);

Years load_years(YamlFile& file, const Yaml& node);

// lint.cpp
void check_variables(YamlFile& file, const Rule& rule);
void check_message(YamlFile& file, const Rule& rule, const Instance& instance);
void check_tests(YamlFile& file, const Rule& rule);

inline Written written(const YamlFile& file, const Yaml& node) { return {node.text, file.name(), node.offset}; }

}  // namespace gouji
