// SPDX-License-Identifier: Apache-2.0
// The findings as one HTML file: nothing is loaded, nothing runs but the script in it, and all can be read without it.
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/page/private_page_evidence.hpp"
#include "reports/page/private_page_findings.hpp"
#include "reports/report.hpp"

#include "page.css.inc"
#include "page.js.inc"

namespace gouji {
namespace {

class PageWriter {
public:
    PageWriter(const Report& report, const ReportOptions& options) : report_(report), language_(options.language) {}

    std::string write() {
        const std::string title = in("勾稽核对结果", "Findings of gouji");
        html_.begin_page(language_ == Language::zh ? "zh-CN" : "en", title, page_css, &page_js);
        html_.element("a", {{"class", "skip"}, {"href", "#main"}}, in("跳到正文", "skip to the content"));
        html_.element("header", [&] {
            html_.element("h1", title);
            summary();
        });
        html_.element("main", {{"id", "main"}}, [&] {
            filter();
            overview();
            unread();
            std::size_t number = 0;
            for (const CheckedFiling& one : report_.filings) filing(FilingOnPage(one, ++number));
        });
        html_.end_page(&page_js);
        return html_.finish();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    void summary() {
        Tally tally;
        for (const CheckedFiling& one : report_.filings) tally.add(one);
        const RunSummary summary = summarise({tally, report_.diagnostics}, language_);
        html_.element("p", summary.headline);
        std::string details;
        for (const std::string& line : summary.details) details += line + "\n";
        html_.element("pre", {{"class", "summary"}}, details);
    }

    /// Shown by the script alone: it does nothing without it.
    void filter() {
        html_.element(
            "form", {{"class", "filter"}, {"role", "search"}, {"aria-label", in("筛选问题", "filter findings")}}, [&] {
                html_.element("label", [&] {
                    html_.text(in("筛选 ", "Filter "));
                    html_.single("input",
                        {{"type", "search"}, {"placeholder", in("机关、规则、单元格…", "organ, rule, cell…")}});
                });
                for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
                    severity_box(severity);
                html_.element("output", {{"aria-live", "polite"}}, "");
                html_.element("span", {{"class", "soft"}}, in("n / p：下一个、上一个", "n / p: next, previous"));
            });
    }

    void severity_box(Severity severity) {
        html_.element("label", [&] {
            html_.single("input", {{"type", "checkbox"}, {"checked", ""}, {"value", std::string(name_of(severity))}});
            html_.text(" " + severity_word(severity, language_));
        });
    }

    void overview() {
        if (report_.filings.size() < 2) return;
        html_.scrolling_table(in("各份报告", "reports"), [&] {
            html_.element("caption", in("各份报告", "Reports"));
            html_.head_row(
                {{in("报告", "report")}, {in("问题", "findings")}, {in("核对", "checked")}, {in("文件", "file")}});
            html_.element("tbody", [&] {
                std::size_t number = 0;
                for (const CheckedFiling& one : report_.filings) overview_row(one, "f" + std::to_string(++number));
            });
        });
    }

    void overview_row(const CheckedFiling& checked, const std::string& id) {
        const DescribedFiling filing = describe_filing(checked, language_);
        html_.element("tr", [&] {
            html_.element("th", {{"scope", "row"}}, [&] { html_.element("a", {{"href", "#" + id}}, filing.heading); });
            html_.element("td", {{"class", "figure"}}, std::to_string(checked.judgement.findings.size()));
            html_.element("td", [&] {
                html_.text(filing.counts);
                unverified(filing);
            });
            html_.element("td", filing.files);
        });
    }

    void unverified(const DescribedFiling& filing) {
        if (!filing.unverified) return;
        html_.element("span", {{"class", "unverified"}}, in("。", ". ") + filing.unverified_words);
    }

    void unread() {
        if (report_.diagnostics.empty()) return;
        html_.element("section", [&] {
            html_.element("h2", in("没有读成的文件与提醒", "Files that were not read, and remarks"));
            html_.element("ul", [&] {
                for (const Diagnostic& one : report_.diagnostics) diagnostic(one);
            });
        });
    }

    void diagnostic(const Diagnostic& diagnostic) {
        html_.element("li", [&] {
            html_.element("span", {{"class", "tag " + std::string(name_of(diagnostic.severity))}},
                severity_word(diagnostic.severity, language_));
            html_.text(" " + diagnostic.file + (diagnostic.line > 0 ? ":" + std::to_string(diagnostic.line) : "")
                + in("：", ": ") + diagnostic.message.in(language_) + " " + diagnostic.help.in(language_));
        });
    }

    void filing(const FilingOnPage& filing) {
        const DescribedFiling described = describe_filing(filing.checked(), language_);
        html_.element("section", {{"id", filing.id()}, {"aria-labelledby", filing.id() + "-title"}}, [&] {
            html_.element("h2", {{"id", filing.id() + "-title"}}, described.heading);
            html_.element("p", {{"class", "soft"}}, [&] {
                html_.text(described.files + " · " + described.checked_counts);
                unverified(described);
            });
            write_findings(html_, filing, described, language_);
            write_open_verdicts(html_, filing, language_);
            write_tables(html_, filing, language_);
            write_original(html_, filing, language_);
        });
    }

    const Report& report_;
    Language language_;
    HtmlWriter html_;
};

std::string check_html(const Report& report, const ReportOptions& options) {
    return PageWriter(report, options).write();
}

}  // namespace

extern const ReportFormat html_format = {"html", "可离线阅读的网页：问题、表格与原文互相链接",
    "a page to read offline: findings, tables and the original, linked", check_html, {}};

}  // namespace gouji
