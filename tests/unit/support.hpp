// SPDX-License-Identifier: Apache-2.0
// Owns: what several tests need: texts from strings, the shipped catalogue, the program as a function, golden files.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/source/text.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

/// The text of a plain source; an empty one when it was refused.
Text text_of(std::string_view bytes);

std::vector<RuleFile> shipped_files();
const Catalogue& shipped();

/// A filing read and chosen with the shipped forms.
Filing filing_of(std::string_view bytes);

struct Ran {
    int exit = 0;
    std::string out;
    std::string err;
};
/// The program with these arguments, in this process, from the root of the project.
Ran run(std::vector<std::string> arguments, std::string_view input = {});

std::string read_file(const std::filesystem::path& path);

/// Compares with tests/golden/NAME; GOUJI_REWRITE_GOLDENS=1 in the environment writes it instead.
void check_golden(const std::string& name, const std::string& actual);

}  // namespace gouji::test
