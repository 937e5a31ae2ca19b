// SPDX-License-Identifier: Apache-2.0
// Owns: what touches the file system: files read whole, directories searched, rule files found, results written.
// Refuses: to stop at the first file that cannot be read; each failure is a diagnostic.
#pragma once

#include "engine/base/result.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/cli/commands.hpp"
#include "engine/rules/catalogue.hpp"

#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace gouji {

/// A file or directory that the system refuses, by its number of the error (errno).
Diagnostic unreadable(const std::string& name, int error);

Result<std::string> read_file(const std::string& name);

/// All files below a directory with one of the endings, by name.
std::vector<std::string> files_below(const std::string& directory, std::span<const std::string_view> endings, std::error_code& error);

/// A directory, whose files would be searched for.
bool may_be_directory(const std::string& path);

/// The shipped rules beside the program: from the build tree or installed. Empty when they are not there.
std::string shipped_rules(const std::string& program);

/// The rule and form files of a path, or of the shipped directory and then the path.
/// `ours`: the directory is the shipped one, which may be laid out by links; in any other a link that leads out is told and left.
std::vector<RuleFile> find_rule_files(const std::string& path, bool reported, std::vector<Diagnostic>& diagnostics, bool ours = false);

struct RuleSources {
    std::string rules;               ///< instead of the shipped ones; empty for these
    bool suite = false;              ///< a suite chooses among the shipped rules and those
    std::vector<std::string> more;   ///< waivers
};

/// The files that a run evaluates: shipped ones, or those of `rules` with the shipped forms beside them; and `more`.
std::vector<RuleFile> rule_files_for(const RuleSources& sources, const std::string& program, std::vector<Diagnostic>& diagnostics);

/// Puts the content in the place of the file's own, at once: whoever reads it finds the one or the other, whole.
bool replace_file(const std::string& name, const std::string& content);

/// Where the result of a run goes: the file of --output, or the stream.
class Output {
public:
    Output(const Arguments& arguments, Streams& streams);

    /// False when it could not be written: no more need be made.
    bool write(std::string_view text);
    bool flush();
    /// What could not be written is told on the error stream, and the exit code of the attempt is returned.
    int finish();

private:
    const Arguments& arguments_;
    Streams& streams_;
    std::ofstream file_;
    std::ostream* out_;
};

/// To the file of --output, or to the stream. What could not be written is told on the error stream, and the exit
/// code of the attempt is returned.
int write_result(const std::string& result, const Arguments& arguments, Streams& streams);

}  // namespace gouji
