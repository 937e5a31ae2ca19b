// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/files.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/guard.hpp"
#include "reports/diagnostics.hpp"
#include "reports/report.hpp"

#include <cerrno>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>

namespace gouji {

namespace fs = std::filesystem;

bool may_be_directory(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

std::string shipped_rules(const std::string& program) {
    const fs::path folder = fs::path(program).parent_path();
    for (const char* place : {"../share/gouji/rules", "../../rules"}) {
        std::error_code error;
        const fs::path found = fs::weakly_canonical(folder / place, error);
        if (!error && fs::is_directory(found / "forms", error)) return found.string();
    }
    return {};
}

std::vector<RuleFile> rule_files_for(
    const RuleSources& sources, const std::string& program, std::vector<Diagnostic>& diagnostics) {
    const std::string& rules = sources.rules;
    const std::string shipped = shipped_rules(program);
    if (shipped.empty() && rules.empty()) {
        diagnostics.push_back(diagnose(cli_codes::rules_not_found));
        return {};
    }
    std::error_code error;
    const bool own = rules.empty() || (!shipped.empty() && fs::equivalent(rules, shipped, error));
    std::vector<RuleFile> files;
    const FileIdentity output(sources.output);
    const auto spare = [&](const RuleFile& one) {
        if (!sources.output.empty() && output.is(one.name)) diagnostics.push_back(output_is_input(one.name, "--rules"));
    };
    if (!shipped.empty()) {
        files = find_rule_files(shipped, own || sources.suite, diagnostics, true);
        for (auto& one : files) {
            spare(one);
            one.only_forms = !own && !sources.suite;
            // Names of shipped files are told from where they were shipped, whatever the working directory is.
            one.name = (fs::path("rules") / fs::path(one.name).lexically_relative(shipped)).string();
        }
    }
    const auto take = [&](const std::string& path, std::string_view option) {
        for (auto& one : find_rule_files(path, true, diagnostics)) {
            spare(one);
            one.option = option;
            files.push_back(std::move(one));
        }
    };
    // A folder may hold all kinds of files; one that is named must be what the option takes.
    if (!own) take(rules, may_be_directory(rules) ? "" : sources.option);
    for (const auto& path : sources.organs) take(path, "--organs");
    return files;
}

Output::Output(const Arguments& arguments, Streams& streams) : arguments_(arguments), streams_(streams) {
    if (!arguments.output.empty()) file_.emplace(arguments.output);
}

bool Output::write(std::string_view text) {
    if (file_) return file_->write(text);
    errno = 0;
    streams_.out << text;
    if (!streams_.out && error_ == 0) error_ = errno;
    return static_cast<bool>(streams_.out);
}

bool Output::flush() {
    if (file_) return file_->flush();
    errno = 0;
    streams_.out << std::flush;
    if (!streams_.out && error_ == 0) error_ = errno;
    return static_cast<bool>(streams_.out);
}

int Output::finish() {
    if (file_ ? file_->keep() : flush()) return exit_clean;
    const std::string standard = Words{"标准输出", "standard output"}.in(arguments_.language);
    const Diagnostic trouble = file_ ? *file_->trouble() : unwritable(standard, error_ == 0 ? EIO : error_);
    streams_.err << render_diagnostics({trouble}, arguments_.language);
    return exit_wrong;
}

int write_result(const std::string& result, const Arguments& arguments, Streams& streams) {
    Output out(arguments, streams);
    out.write(result);
    return out.finish();
}

}  // namespace gouji
