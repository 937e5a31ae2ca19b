// SPDX-License-Identifier: Apache-2.0
// Owns: one entry of a rule file: a rule, or a library of lets.
// Refuses: names of other files: whether what a rule names exists is asked when all files are read.
#pragma once

#include "engine/rules/private_load_values.hpp"

#include <cstddef>
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

Rule load_rule(YamlFile& file, const Yaml& entry);
Library load_library(YamlFile& file, const Yaml& entry);

KeyLoaders<Rule> rule_loaders();
KeyLoaders<Library> library_loaders();

}  // namespace gouji
