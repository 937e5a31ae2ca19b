// SPDX-License-Identifier: Apache-2.0
// Owns: what is said of a command line that is wrong: in both languages, with the nearest name.
// Refuses: the words of the parser's messages: it goes by what the parser has read and by the types of its errors.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The values that an option can have, where they are few.
using OptionWords = std::map<const CLI::Option*, std::vector<std::string>>;

/// What is wrong with what was read: an unknown word, a value that an option cannot have, an option given twice.
std::optional<Diagnostic> misuse(CLI::App& app, const OptionWords& words);

/// Why the parser stopped.
Diagnostic misuse_of(const CLI::ParseError& error, CLI::App& app, int argc, const char* const* argv);

Diagnostic wrong_value(std::string_view option, const std::string& word, Words what_to_write);
Diagnostic missing_argument(const std::string& name, Words what);

}  // namespace gouji
