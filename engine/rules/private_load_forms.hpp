// SPDX-License-Identifier: Apache-2.0
// Owns: form files: read in the order in which they extend each other, with their relations as rules.
// Refuses: to compile what they write: patterns and labels become an Edition when their form is whole.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/private_load_values.hpp"

#include <vector>

namespace gouji {

/// A `form:` file that waits for the form that it extends.
struct PendingForm {
    YamlFile* file = nullptr;
    Yaml root;
    bool reported = true;
};

/// Reads the forms, each after the one that it extends, whatever the names of their files are; their relations become
/// rules. A form that extends another begins as its copy, with its relations; what it writes replaces what it inherits:
/// lists whole, tables and mentions by their names.
void load_forms(std::vector<PendingForm> pending, Catalogue& catalogue);

/// A form while it is read.
struct FormInProgress {
    Form form;
    std::vector<std::vector<Formula>> means;  ///< for each mention
};
KeyLoaders<FormInProgress> form_loaders();

}  // namespace gouji
