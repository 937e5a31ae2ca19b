// SPDX-License-Identifier: Apache-2.0
// A line a finding, as compilers print them: what editors and other programs jump by.
#include "reports/finding/private_finding_place.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string concise_filing(const CheckedFiling& checked, const ReportOptions& options) {
    const Places places(checked.shown.text, checked.shown.starts);
    std::string out;
    for (const Finding& one : checked.judgement.findings) {
        const Verdict& verdict = verdict_of(checked.judgement, one);
        const TextPlace at = begin_of(checked, places, one);
        std::string message = verdict.message.in(options.language);
        std::replace(message.begin(), message.end(), '\n', ' ');
        out += checked.filing.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": "
            + std::string(name_of(verdict.severity)) + " " + std::string(verdict.rule->id) + " " + message + "\n";
    }
    return out;
}

constexpr TextParts parts = {.filing = concise_filing};

}  // namespace

extern const ReportFormat concise_format = {"concise", "每个问题一行：文件:行:列: 程度 规则 说明",
    "a line a finding: file:line:column: severity rule message",
    {.begin = begin_text_parts<parts>, .needs_all_verdicts = false}, {}};

}  // namespace gouji
