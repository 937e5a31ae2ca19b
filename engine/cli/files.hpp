// SPDX-License-Identifier: Apache-2.0
// Owns: which rule files a run evaluates, and where its result goes.
// Refuses: to read them; engine/api does.
#pragma once

#include "engine/base/result.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/files/whole_file.hpp"
#include "engine/rules/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A directory, whose files would be searched for.
bool may_be_directory(const std::string& path);

/// The shipped rules beside the program: from the build tree or installed. Empty when they are not there.
std::string shipped_rules(const std::string& program);

struct RuleSources {
    std::string rules;  ///< instead of the shipped ones; empty for these
    /// under which a file of them is named: it must be what that takes; empty for any kind
    std::string_view option;
    bool suite = false;  ///< a suite chooses among the shipped rules and those
    std::vector<std::string> organs;
    std::string output;  ///< must be none of them
};

/// The files that a run evaluates: shipped ones, or those of `rules` with the shipped forms beside them; and lists of
/// organs.
std::vector<RuleFile> rule_files_for(
    const RuleSources& sources, const std::string& program, std::vector<Diagnostic>& diagnostics);

/// Where the result of a run goes: the stream, or the file of --output, which is there whole after `finish`.
class Output {
public:
    Output(const Arguments& arguments, Streams& streams);

    /// False when it could not be written: no more need be made.
    bool write(std::string_view text);
    bool flush();
    /// What could not be written is told on the error stream, and the exit code of the attempt is returned. Without it
    /// the former file stays.
    int finish();

private:
    const Arguments& arguments_;
    Streams& streams_;
    std::optional<WholeFile> file_;
    int error_ = 0;  ///< of the stream
};

/// To the file of --output, or to the stream. What could not be written is told on the error stream, and the exit
/// code of the attempt is returned.
int write_result(const std::string& result, const Arguments& arguments, Streams& streams);

}  // namespace gouji
