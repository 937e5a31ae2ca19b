// SPDX-License-Identifier: Apache-2.0
// `decide` and `baseline`: entries for findings, for people to fill in and to answer for.
#include "engine/api/files.hpp"
#include "engine/base/calendar.hpp"
#include "engine/base/utf8.hpp"
#include "engine/cli/batch.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "reports/entries.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace gouji {
namespace {

int refuse(const Code& code, const std::string& file, const Arguments& arguments, Streams& streams) {
    std::vector<Diagnostic> told = {diagnose(code)};
    told.front().file = file;
    tell(told, arguments, streams);
    return exit_wrong;
}

/// The blanks before the entries that a file has; two where it has none.
std::string indent_of(const std::string& content) {
    const auto at = content.rfind("- fingerprint:");
    if (at == std::string::npos) return "  ";
    const std::size_t line = content.rfind('\n', at) + 1;  // 0 where there is none before it
    const std::string before = content.substr(line, at - line);
    return before.find_first_not_of(' ') == std::string::npos ? before : "  ";
}

/// What was typed stays byte for byte: entries are put behind it.
std::string with_entries(std::string content, const Report& report, Language language) {
    const std::string entries = render_decision_entries(report, indent_of(content), language);
    if (entries.empty()) return content;
    if (content.empty()) content = "decisions:\n";
    if (content.back() != '\n') content += '\n';
    return content + entries;
}

/// The file with its new entries still says what it said: every decision that it had, and one for each entry.
bool is_sound(const std::string& file, const std::string& content, const std::vector<Decision>& had) {
    const auto loaded = load_catalogue({{file, content, true, false}}, {false, {}});
    if (!loaded) return false;
    const auto& all = loaded->decisions;
    return all.size() > had.size() && std::equal(had.begin(), had.end(), all.begin(), [](const Decision& a, const Decision& b) { return a.fingerprint == b.fingerprint && a.fields == b.fields; });
}

}  // namespace

int run_decide(const Arguments& arguments, Streams& streams) {
    if (arguments.decisions.empty()) return refuse(cli_codes::no_decisions, "", arguments, streams);
    // New entries go to the last of several files.
    const std::string& file = arguments.decisions.back();
    std::error_code error;
    const bool is_new = !std::filesystem::exists(file, error);
    Arguments reading = arguments;
    if (is_new) reading.decisions.pop_back();
    const auto catalogue = load_rules(reading, streams);
    if (!catalogue) return exit_wrong;
    const Report report = run_batch(reading, *catalogue, streams, true);
    tell(report.diagnostics, arguments, streams);
    std::string content;
    if (!is_new) {
        auto read = read_file(file);
        if (!read) {
            tell(read.diagnostics, arguments, streams);
            return exit_wrong;
        }
        content = std::move(*read);
    }
    const std::string made = with_entries(content, report, arguments.language);
    if (made != content) {
        std::vector<Decision> had;
        std::copy_if(catalogue->decisions.begin(), catalogue->decisions.end(), std::back_inserter(had), [&](const Decision& one) { return one.file == utf8::printable(file); });
        if (!is_sound(file, made, had)) return refuse(cli_codes::not_extended, file, arguments, streams);
        if (!replace_file(file, made)) return refuse(cli_codes::unwritable, file, arguments, streams);
    }
    return has_error(report.diagnostics) ? exit_wrong : exit_clean;
}

int run_baseline(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    const Report report = run_batch(arguments, *catalogue, streams, true);
    tell(report.diagnostics, arguments, streams);
    const std::string result = render_waivers(report, {arguments.reason, arguments.approver, print_day(arguments.expires)}, arguments.language);
    if (const int written = write_result(result, arguments, streams); written != exit_clean) return written;
    return has_error(report.diagnostics) ? exit_wrong : exit_clean;
}

}  // namespace gouji
