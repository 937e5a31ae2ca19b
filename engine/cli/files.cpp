// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/files.hpp"

#include "engine/api/files.hpp"
#include "engine/cli/codes.hpp"
#include "reports/report.hpp"

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

bool replace_file(const std::string& name, const std::string& content) {
    std::error_code error;
    // A link stays one: what it points at is replaced.
    const fs::path target = fs::weakly_canonical(name, error);
    const fs::path made = target.string() + ".new";
    {
        std::ofstream file(made, std::ios::binary | std::ios::trunc);
        file << content << std::flush;
        if (!file) {
            fs::remove(made, error);
            return false;
        }
    }
    if (const auto old = fs::status(target, error); fs::exists(old)) fs::permissions(made, old.permissions(), error);
    fs::rename(made, target, error);
    if (!error) return true;
    std::error_code ignored;
    fs::remove(made, ignored);
    return false;
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

std::vector<RuleFile> rule_files_for(const RuleSources& sources, const std::string& program, std::vector<Diagnostic>& diagnostics) {
    const std::string& rules = sources.rules;
    const std::string shipped = shipped_rules(program);
    if (shipped.empty() && rules.empty()) {
        diagnostics.push_back(diagnose(cli_codes::no_shipped_rules));
        return {};
    }
    std::error_code error;
    const bool own = rules.empty() || (!shipped.empty() && fs::equivalent(rules, shipped, error));
    std::vector<RuleFile> files;
    if (!shipped.empty()) {
        files = find_rule_files(shipped, own || sources.suite, diagnostics, true);
        for (auto& one : files) {
            one.only_forms = !own && !sources.suite;
            // Names of shipped files are told from where they were shipped, whatever the working directory is.
            one.name = (fs::path("rules") / fs::path(one.name).lexically_relative(shipped)).string();
        }
    }
    if (!own) {
        for (auto& one : find_rule_files(rules, true, diagnostics)) files.push_back(std::move(one));
    }
    for (const auto& path : sources.more) {
        for (auto& one : find_rule_files(path, true, diagnostics)) files.push_back(std::move(one));
    }
    return files;
}

Output::Output(const Arguments& arguments, Streams& streams) : arguments_(arguments), streams_(streams), out_(&streams.out) {
    if (arguments.output.empty()) return;
    file_.open(arguments.output, std::ios::binary | std::ios::trunc);
    out_ = &file_;
}

bool Output::write(std::string_view text) {
    *out_ << text;
    return static_cast<bool>(*out_);
}

bool Output::flush() {
    *out_ << std::flush;
    return static_cast<bool>(*out_);
}

int Output::finish() {
    if (flush()) return exit_clean;
    streams_.err << render_diagnostics({diagnose(cli_codes::unwritable)}, arguments_.language);
    return exit_wrong;
}

int write_result(const std::string& result, const Arguments& arguments, Streams& streams) {
    Output out(arguments, streams);
    out.write(result);
    return out.finish();
}

}  // namespace gouji
