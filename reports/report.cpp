// SPDX-License-Identifier: Apache-2.0
#include "reports/report.hpp"

#include <array>

namespace gouji {
namespace {

const std::array table = {
    Format{"text", "供人阅读的文字", "text for a person", check_text(), read_text()},
    Format{"json", "供程序读取的 JSON", "JSON for a program", check_json(), read_json()},
    Format{"jsonl", "每份报告一行的 JSON", "JSON, one line for each report", check_jsonl(), read_jsonl()},
    Format{"html", "可离线阅读的网页：问题、表格与原文互相链接",
        "a page to read offline: findings, tables and the original, linked", render_check_html, {}},
    Format{"paper", "审计工作底稿，打印为 A4 的网页", "audit working papers: a page that prints on A4",
        render_check_paper, {}},
    Format{"sarif", "供代码平台与编辑器读取的 SARIF 2.1.0", "SARIF 2.1.0 for code hosts and editors",
        render_check_sarif, {}},
    Format{"xlsx", "问题清单、判定与汇总的 Excel 工作簿", "a workbook: findings, verdicts, and a sheet that sums up",
        render_check_xlsx, {}},
    Format{"csv", "问题清单，CSV", "a list of findings in CSV", render_check_csv, {}},
    Format{"markdown", "问题清单，Markdown", "findings in Markdown", render_check_markdown, {}},
    Format{"junit", "供持续集成读取的 JUnit XML", "JUnit XML for continuous integration", render_check_junit, {}},
};

}  // namespace

std::span<const Format> formats() { return table; }

const Format* format_named(std::string_view name) {
    for (const auto& one : table) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

std::string render(const Rendering& rendering, const Report& report, const ReportOptions& options) {
    if (const auto* whole = std::get_if<Whole>(&rendering)) return (*whole)(report, options);
    const auto* parts = std::get_if<Parts>(&rendering);
    if (!parts) return {};
    Tally tally;
    std::string out = parts->head(options);
    for (const CheckedFiling& one : report.filings) {
        if (tally.filings > 0) out += parts->between;
        out += parts->filing(one, options);
        tally.add(one);
    }
    return out + parts->tail({tally, report.diagnostics}, options);
}

}  // namespace gouji
