// SPDX-License-Identifier: Apache-2.0
// Owns: files read whole, directories searched, and rule files found in them.
// Refuses: to write, and to stop at the first file that cannot be read; each failure is a diagnostic.
#pragma once

#include "engine/base/result.hpp"
#include "engine/base/words.hpp"
#include "engine/rules/catalogue.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Why the system refused (errno), in our languages where it is one of the usual reasons.
Words reason_of(int error);

/// A file or directory that the system refuses, by its number of the error (errno).
Diagnostic unreadable(const std::string& name, int error);

Result<std::string> read_file(const std::string& name);

/// What stands below a directory, each list by name. What the system refuses does not end the search.
struct FoundBelow {
    struct Passed {
        std::string path;
        Words kind;  ///< its ending, or what it is instead of a file
    };
    std::vector<std::string> files;  ///< with one of the endings, in letters of any size
    std::vector<Passed> passed;      ///< everything else; folders are searched, but not through links
    std::vector<Diagnostic> refused;
};
FoundBelow files_below(const std::string& directory, std::span<const std::string_view> endings);

/// The rule and form files of a directory, or one file. `ours`: the directory is the shipped one, which may be laid out
/// by links; in any other a link that leads out is told and left.
std::vector<RuleFile> find_rule_files(
    const std::string& path, bool reported, std::vector<Diagnostic>& diagnostics, bool ours = false);

}  // namespace gouji
