// SPDX-License-Identifier: Apache-2.0
#include "reports/report.hpp"

#include <array>

// The build declares every format of the folder formats.
#include "formats.inc"

namespace gouji {

std::span<const ReportFormat> formats() {
    static const std::array table = {
        text_format,
        concise_format,
        json_format,
        jsonl_format,
        html_format,
        paper_format,
        docx_format,
        evidence_format,
        sarif_format,
        gitlab_format,
        github_format,
        xlsx_format,
        csv_format,
        markdown_format,
        junit_format,
    };
    return table;
}

const ReportFormat* format_named(std::string_view name) {
    for (const ReportFormat& format : formats()) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

std::string render(const Rendering& rendering, const Report& report, const ReportOptions& options) {
    if (const auto* whole = std::get_if<WholeRun>(&rendering)) return (*whole)(report, options);
    const auto* parts = std::get_if<FilingByFiling>(&rendering);
    if (!parts) return {};
    Tally tally;
    std::string out = parts->head ? parts->head(options) : std::string();
    for (const CheckedFiling& checked : report.filings) {
        if (tally.filings > 0) out += parts->between;
        out += parts->filing(checked, options);
        tally.add(checked);
    }
    const FinishedRun run{tally, report.diagnostics};
    return (parts->opening ? parts->opening(run, options) : std::string()) + out
        + (parts->tail ? parts->tail(run, options) : std::string());
}

}  // namespace gouji
