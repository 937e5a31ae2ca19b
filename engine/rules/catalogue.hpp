// SPDX-License-Identifier: Apache-2.0
// Owns: everything that rule and form files say, loaded, checked and compiled.
// Refuses: a file with a mistake: nothing is evaluated then, and all mistakes of all files are told at once.
#pragma once

#include "engine/base/result.hpp"
#include "engine/model/form.hpp"
#include "engine/rules/organs.hpp"
#include "engine/rules/rule.hpp"
#include "engine/rules/shortcuts.hpp"
#include "engine/rules/suite.hpp"
#include "grammar/filing/edition/edition.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// A file as the command line found it.
struct RuleFile {
    std::string name;
    std::string content;
    bool reported = true;     ///< false for shipped files whose relations only serve to choose among readings
    bool only_forms = false;  ///< its rules are left out (`--rules` names others)
    /// under which it was named (`--waivers`): it must be of that kind; empty for any kind
    std::string_view option = {};
};

struct FormEntry {
    Form form;
    std::vector<std::vector<Formula>> means;  ///< for each mention
    Names names;
    Names specimen;  ///< the names under which rules are compiled at load: specimens stand for what only a filing has
};

struct Catalogue {
    std::deque<FormEntry> forms;  ///< by first year
    std::vector<Rule> rules;      ///< by id, relations of several forms side by side
    /// The first and the end of each id that is reported: a judge goes through these, not through all rules.
    std::vector<std::pair<std::size_t, std::size_t>> reported;
    std::vector<Suite> suites;
    std::vector<Waiver> waivers;
    std::vector<Decision> decisions;
    std::vector<Organ> organs;
    std::vector<RuleTest> tests;        ///< of files of their own
    std::vector<std::string> left_out;  ///< ids of shipped rules that this run does not evaluate
    std::vector<Edition> editions;
    /// Digests of the files that it was made of, without waivers and decisions, and of what filings are read with: by
    /// these a store knows whether what it has still holds. Empty where nobody asked.
    std::string digest;
    std::string forms_digest;
    /// compiled[rule][form]: empty where the rule does not apply to the form.
    std::vector<std::vector<std::vector<Instance>>> compiled;
    std::vector<std::vector<Shortcuts>> shortcuts;  ///< by rule and form too; only for speed

    [[nodiscard]] const FormEntry* form(std::string_view id) const {
        for (const auto& entry : forms) {
            if (entry.form.id == id) return &entry;
        }
        return nullptr;
    }
};

struct LoadOptions {
    /// Tests of rules are read, and relations held against each other. A run that only judges filings does without both
    /// (blank_tests.hpp).
    bool thorough = true;
    /// The suite that says which rules are reported; empty for all.
    std::string suite;
    /// The files come without the rules that they name: which there are is not asked.
    bool alone = false;
};

/// The catalogue, and what is wrong with the files; no value where an error is among it.
Result<Catalogue> load_catalogue(const std::vector<RuleFile>& files, const LoadOptions& options = {});

}  // namespace gouji
