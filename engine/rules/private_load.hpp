// SPDX-License-Identifier: Apache-2.0
// Owns: the loaders, what they share, and the checks of what they loaded, inside engine/rules.
// Refuses: what a catalogue is made of in which order: catalogue.cpp does.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/keys.hpp"
#include "engine/rules/private_loaded_files.hpp"
#include "engine/rules/yaml.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace gouji {

/// Names with formulas for the rules of a file, or for all that use the library by its name.
struct Library {
    std::string name;  ///< empty for one that serves its file
    std::string file;
    std::size_t offset = 0;
    std::vector<std::string> uses;
    Lets lets;
};

/// A `form:` file that waits for the form that it extends.
struct PendingForm {
    YamlFile* file = nullptr;
    Yaml root;
    bool reported = true;
};
/// Reads the forms, each behind the one that it extends, whatever the names of their files are; their relations become
/// rules. A form that extends another begins as its copy, with its relations; what it writes replaces what it inherits:
/// lists whole, tables and mentions by their names.
void load_forms(std::vector<PendingForm> pending, Catalogue& catalogue);

/// The patterns of one text or of a list; they are compiled when their form is whole.
std::vector<Written> load_patterns(YamlFile& file, const Yaml& node);
inline Written load_pattern(const YamlFile& file, const Yaml& node) { return {node.text, file.name(), node.offset}; }
Measure load_measure(YamlFile& file, const Yaml& node);
TableForm load_table_form(YamlFile& file, const Yaml& node);
struct LoadedMention {
    MentionForm form;
    std::vector<Formula> means;
};
LoadedMention load_mention_form(YamlFile& file, const Yaml& node);

/// Reads one entry of a rule file.
Rule load_rule(YamlFile& file, const Yaml& entry);
Library load_library(YamlFile& file, const Yaml& entry);
Suite load_suite(YamlFile& file, const Yaml& root);
Waiver load_waiver(YamlFile& file, const Yaml& entry);
Decision load_decision(YamlFile& file, const Yaml& entry);
/// Names of operands with the figures that were seen.
SeenFigures load_figures(YamlFile& file, const Yaml& node);
Organ load_organ(YamlFile& file, const Yaml& entry);
RuleTest load_test(YamlFile& file, const Yaml& entry);

/// Each name once, in their order.
std::vector<std::string> ids_of(const auto& all, auto id_of) {
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const auto& one : all) {
        if (seen.insert(id_of(one)).second) ids.push_back(id_of(one));
    }
    return ids;
}

/// Every key of a map must be one of the table's, and those that are needed must be there.
void expect_keys(YamlFile& file, const Yaml& map, std::string_view table);
/// The place of a word in its table; the first, with a mistake, where it is none of them.
std::size_t load_choice(YamlFile& file, const Yaml& node, std::string_view table);
Severity load_severity(YamlFile& file, const Yaml& node);
/// A day written at a node, or in a part of its text; nothing after a mistake.
std::optional<std::int64_t> load_day(YamlFile& file, const Yaml& node, std::string_view text);
/// A formula with its place; a mistake in its syntax is noted.
Formula load_formula(YamlFile& file, const Yaml& node);
/// {zh: …, en: …} or one text for both.
Words load_words(YamlFile& file, const Yaml& node);
Years load_years(YamlFile& file, const Yaml& node);
/// Each item of a list; a mistake where there is none.
void for_each_item(YamlFile& file, const Yaml& node, const std::function<void(const Yaml&)>& take);
/// The lines of `tests:` blocks as blanks, with every other byte in its place: a run that tests nothing need not parse
/// them.
std::string without_tests(std::string content);

// compile_catalogue.cpp
/// Fills `compiled` and what rules know of the forms that they are for. `thorough`: their tests are checked too.
void compile_rules(Catalogue& catalogue, const std::vector<Library>& libraries, LoadedFiles& files, bool thorough);

// suites.cpp
/// Every suite names rules and suites that exist, and changes only rules that it has.
void check_suites(const Catalogue& catalogue, LoadedFiles& files);
/// Rules that the suite leaves out are not reported; others take the severity that it gives.
void apply_suite(Catalogue& catalogue, const std::string& name);

// decisions.cpp
/// No finding is decided twice: nobody could say which holds.
void check_decisions(const Catalogue& catalogue, LoadedFiles& files);

// organs.cpp
/// No name belongs to two organs, and whom an organ is under is in a list.
void check_organs(const Catalogue& catalogue, LoadedFiles& files);

// lint.cpp
void check_names(YamlFile& file, const Rule& rule, const Catalogue& catalogue);
void check_use(YamlFile& file, const Rule& rule);
void check_message(YamlFile& file, const Rule& rule, const Instance& instance);
void check_tests(YamlFile& file, const Rule& rule);
void check_constant(YamlFile& file, const Rule& rule, const std::vector<const Instance*>& instances);

// relations.cpp
/// Where a rule lies, for messages that name several.
struct RuleMistake {
    std::size_t rule = 0;
    Diagnostic diagnostic;
};
/// Rules that are equations, and what others already say of them.
std::vector<RuleMistake> check_relations(const Catalogue& catalogue);

}  // namespace gouji
