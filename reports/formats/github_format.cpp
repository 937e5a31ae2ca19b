// SPDX-License-Identifier: Apache-2.0
// Annotations of GitHub: a workflow command a finding, which a run of GitHub Actions shows beside the line of the file.
#include "reports/finding/private_finding_place.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"

namespace gouji {
namespace {

std::string_view command_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

/// As the runner reads it: line ends and percent signs are escaped, in a property colons and commas as well.
std::string escaped(std::string_view text, bool is_property) {
    std::string made;
    for (const char c : text) {
        switch (c) {
            case '%': made += "%25"; break;
            case '\r': made += "%0D"; break;
            case '\n': made += "%0A"; break;
            case ':': made += is_property ? "%3A" : ":"; break;
            case ',': made += is_property ? "%2C" : ","; break;
            default: made += c;
        }
    }
    return made;
}

std::string github_filing(const CheckedFiling& checked, const ReportOptions& options) {
    const Places places(checked.shown.text, checked.shown.starts);
    std::string out;
    for (const Finding& one : checked.judgement.findings) {
        const Verdict& verdict = verdict_of(checked.judgement, one);
        const TextPlace at = begin_of(checked, places, one);
        const std::string message = as_lines(lines_of(checked, one, options.language));
        out += "::" + std::string(command_of(verdict.severity)) + " file=" + escaped(checked.filing.file, true)
            + ",line=" + std::to_string(at.line) + ",col=" + std::to_string(at.column) + ",title="
            + escaped(verdict.rule->title.in(options.language) + " (" + std::string(verdict.rule->id) + ")", true)
            + "::" + escaped(message, false) + "\n";
    }
    return out;
}

constexpr TextParts parts = {.filing = github_filing};

}  // namespace

extern const ReportFormat github_format = {"github", "GitHub Actions 的批注，每个问题一行",
    "annotations for GitHub Actions, a line a finding", {.begin = begin_text_parts<parts>, .needs_all_verdicts = false},
    {}};

}  // namespace gouji
