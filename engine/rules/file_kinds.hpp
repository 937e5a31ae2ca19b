// SPDX-License-Identifier: Apache-2.0
// Owns: the kinds of files that rules and what belongs to them come in: how each begins, and which option takes it.
// Refuses: to read them.
#pragma once

#include "engine/base/words.hpp"
#include "engine/rules/yaml.hpp"

#include <string_view>

namespace gouji {

struct FileKind {
    std::string_view key;     ///< that the file begins with; empty for a list of rules
    std::string_view option;  ///< of the command line, under which such a file is named
    std::string_view zh;
    std::string_view en;
};

/// The kind of a file by its content; nullptr where it is none of them.
const FileKind* kind_of_file(const Yaml& root);

/// The kinds that an option takes; all where there is no option, for a folder may hold any.
Words kinds_for(std::string_view option);

}  // namespace gouji
