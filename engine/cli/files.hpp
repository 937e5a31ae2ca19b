// SPDX-License-Identifier: Apache-2.0
// Owns: everything that touches the file system: reading inputs and rule files, writing results.
// Refuses: to stop at the first file that cannot be read; each failure is a diagnostic.
#pragma once

#include "engine/base/result.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/cli/commands.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/source/source.hpp"

#include <string>
#include <vector>

namespace gouji {

/// An input before it is read; `failure` says why there is nothing to read.
struct Input {
    std::string name;
    bool standard_input = false;
};

/// Files as they are, directories searched for known endings in the order of their names, - for standard input.
std::vector<Input> find_inputs(const std::vector<std::string>& paths, std::vector<Diagnostic>& diagnostics);

/// A directory, whose files would be searched for.
bool may_be_directory(const std::string& path);

Result<Source> read_input(const Input& input, std::istream& in);

/// The shipped rules beside the program: from the build tree or installed. Empty when they are not there.
std::string shipped_rules(const std::string& program);

/// The rule and form files of a path, or of the shipped directory and then the path.
std::vector<RuleFile> find_rule_files(const std::string& path, bool reported, std::vector<Diagnostic>& diagnostics);

struct RuleSources {
    std::string rules;               ///< instead of the shipped ones; empty for these
    bool suite = false;              ///< a suite chooses among the shipped rules and those
    std::vector<std::string> more;   ///< waivers
};

/// The files that a run evaluates: shipped ones, or those of `rules` with the shipped forms beside them; and `more`.
std::vector<RuleFile> rule_files_for(const RuleSources& sources, const std::string& program, std::vector<Diagnostic>& diagnostics);

/// Puts the content in the place of the file's own, at once: whoever reads it finds the one or the other, whole.
bool replace_file(const std::string& name, const std::string& content);

/// To the file of --output, or to the stream. What could not be written is told on the error stream, and the exit
/// code of the attempt is returned.
int write_result(const std::string& result, const Arguments& arguments, Streams& streams);

}  // namespace gouji
