// SPDX-License-Identifier: Apache-2.0
#include "reports/report.hpp"

#include <array>

namespace gouji {
namespace {

constexpr std::array table = {
    Format{"text", "供人阅读的文字", "text for a person", render_check_text, render_read_text},
    Format{"json", "供程序读取的 JSON", "JSON for a program", render_check_json, render_read_json},
    Format{"jsonl", "每份报告一行的 JSON", "JSON, one line for each report", render_check_jsonl, render_read_jsonl},
    Format{"html", "可离线阅读的网页：问题、表格与原文互相链接", "a page to read offline: findings, tables and the original, linked", render_check_html, nullptr},
    Format{"paper", "审计工作底稿，打印为 A4 的网页", "audit working papers: a page that prints on A4", render_check_paper, nullptr},
    Format{"sarif", "供代码平台与编辑器读取的 SARIF 2.1.0", "SARIF 2.1.0 for code hosts and editors", render_check_sarif, nullptr},
    Format{"xlsx", "问题清单、判定与汇总的 Excel 工作簿", "a workbook: findings, verdicts, and a sheet that sums up", render_check_xlsx, nullptr},
    Format{"csv", "问题清单，CSV", "a list of findings in CSV", render_check_csv, nullptr},
    Format{"markdown", "问题清单，Markdown", "findings in Markdown", render_check_markdown, nullptr},
    Format{"junit", "供持续集成读取的 JUnit XML", "JUnit XML for continuous integration", render_check_junit, nullptr},
};

}  // namespace

std::span<const Format> formats() { return table; }

const Format* format_named(std::string_view name) {
    for (const auto& one : table) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

}  // namespace gouji
