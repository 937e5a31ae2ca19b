// SPDX-License-Identifier: Apache-2.0
// Owns: everything that rule and form files say, loaded, checked and compiled.
// Refuses: a file with a mistake: nothing is evaluated then, and all mistakes of all files are told at once.
#pragma once

#include "engine/base/result.hpp"
#include "engine/model/form.hpp"
#include "engine/rules/rule.hpp"
#include "grammar/filing/edition.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A file as the command line found it.
struct RuleFile {
    std::string name;
    std::string content;
    bool reported = true;  ///< false for shipped files whose relations only serve to choose among readings
    bool only_forms = false;  ///< its rules are left out (`--rules` names others)
};

struct FormEntry {
    Form form;
    std::vector<std::vector<Formula>> means;  ///< for each mention
    Names names;
};

struct Catalogue {
    std::deque<FormEntry> forms;  ///< by first year
    std::deque<Rule> rules;       ///< by id, relations of several forms side by side
    std::vector<Edition> editions;
    /// compiled[rule][form]: empty where the rule does not apply to the form.
    std::vector<std::vector<std::vector<Instance>>> compiled;

    [[nodiscard]] const FormEntry* form(std::string_view id) const {
        for (const auto& one : forms) {
            if (one.form.id == id) return &one;
        }
        return nullptr;
    }
};

/// The catalogue, and what is wrong with the files; no value where an error is among it.
Result<Catalogue> load_catalogue(const std::vector<RuleFile>& files);

/// The names of a form; `layouts` replaces its tables by those of the same name that another form read.
Names names_of(const FormEntry& entry, const std::vector<const TableForm*>& layouts);

}  // namespace gouji
