// SPDX-License-Identifier: Apache-2.0
// The findings as one HTML file: nothing is loaded, nothing runs but the script in it, and all can be read without it.
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/page/private_page_evidence.hpp"
#include "reports/page/private_page_findings.hpp"
#include "reports/page/private_page_overview.hpp"
#include "reports/report.hpp"

#include "page.css.inc"
#include "page.js.inc"

namespace gouji {
namespace {

class PageWriter {
public:
    PageWriter(const Report& report, const ReportOptions& options)
        : report_(report), options_(options), language_(options.language), overview_(options.language) {}

    std::string write() {
        for (std::size_t i = 0; i < report_.filings.size(); ++i) {
            described_.push_back(describe_filing(report_.filings[i], language_));
            overview_.add(report_.filings[i], described_.back(), id_of(i));
        }
        const std::string title = in("勾稽核对结果", "Findings of gouji");
        html_.begin_page(language_ == Language::zh ? "zh-CN" : "en", title, page_css, &page_js);
        html_.element("a", {{"class", "skip"}, {"href", "#main"}}, in("跳到正文", "skip to the content"));
        html_.element("header", [&] {
            html_.element("h1", title);
            html_.element(
                "p", {{"class", "headline"}}, summarise({overview_.tally(), report_.diagnostics}, language_).headline);
            overview_.write_shares(html_);
        });
        html_.element("main", {{"id", "main"}}, [&] {
            filter();
            unread();
            overview_.write_table(html_);
            for (std::size_t i = 0; i < report_.filings.size(); ++i) filing(report_.filings[i], described_[i], i);
            overview_.write_folds(html_);
        });
        html_.end_page(&page_js);
        return html_.finish();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    static std::string id_of(std::size_t index) { return "f" + std::to_string(index + 1); }

    /// Shown by the script alone: it does nothing without it.
    void filter() {
        html_.element(
            "form", {{"class", "filter"}, {"role", "search"}, {"aria-label", in("筛选问题", "filter findings")}}, [&] {
                for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
                    severity_box(severity);
                if (report_.filings.size() > 1) search("organ", in("机关 ", "Organ "), "");
                rules();
                search("words", in("文字 ", "Words "), in("单元格、数字…", "cell, figure…"));
                html_.element("output",
                    {{"aria-live", "polite"},
                        {"data-words",
                            in("显示 {a} / {b} 处问题，{c} / {d} 份报告", "{a} / {b} findings, {c} / {d} reports")}},
                    "");
                html_.element("span", {{"class", "keys soft"}}, [&] {
                    html_.element("kbd", "n");
                    html_.text(in("下一个 ", "next "));
                    html_.element("kbd", "p");
                    html_.text(in("上一个 ", "previous "));
                    html_.element("kbd", "Esc");
                    html_.text(in("离开输入框", "leaves a field"));
                });
            });
    }

    void search(const std::string& name, const std::string& label, const std::string& hint) {
        html_.element("label", [&] {
            html_.text(label);
            html_.single("input",
                {{"type", "search"}, {"name", name}, {"autocomplete", "off"},
                    {hint.empty() ? "" : "placeholder", hint}});
        });
    }

    void rules() {
        const std::vector<Tally::FailedRule> failed = failed_rules(overview_.tally());
        if (failed.size() < 2) return;
        html_.element("label", [&] {
            html_.text(in("规则 ", "Rule "));
            html_.element("select", {{"name", "rule"}}, [&] {
                html_.element("option", {{"value", ""}}, in("全部", "all"));
                for (const Tally::FailedRule& one : failed)
                    html_.element("option", {{"value", one.rule->id}},
                        one.rule->title.in(language_) + in_brackets(std::to_string(one.findings.count), language_));
            });
        });
    }

    void severity_box(Severity severity) {
        const auto count = overview_.tally().findings[static_cast<std::size_t>(severity)];
        html_.element("label", [&] {
            html_.single("input", {{"type", "checkbox"}, {"checked", ""}, {"value", std::string(name_of(severity))}});
            html_.text(" ");
            html_.element(
                "span", {{"class", "tag " + std::string(name_of(severity))}}, severity_word(severity, language_));
            html_.text(" " + std::to_string(count));
        });
    }

    void unread() {
        if (report_.diagnostics.empty()) return;
        constexpr std::size_t few = 8;
        const std::size_t count = report_.diagnostics.size();
        html_.element("details", {{"class", "unread"}, {count <= few ? "open" : "", ""}}, [&] {
            html_.element("summary",
                in("没有读成的文件与提醒", "Files that were not read, and remarks")
                    + in_brackets(std::to_string(count), language_));
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

    /// A report of which nothing is to be said has a line in a fold, and no section.
    void filing(const CheckedFiling& checked, const DescribedFiling& described, std::size_t index) {
        const bool answered = described.outcomes[static_cast<std::size_t>(Outcome::waived)] > 0
            || described.outcomes[static_cast<std::size_t>(Outcome::error)] > 0;
        if (checked.judgement.findings.empty() && described.settled.empty() && !answered) return;
        const std::string id = id_of(index);
        html_.element("section", {{"id", id}, {"class", "report"}, {"aria-labelledby", id + "-title"}}, [&] {
            html_.element("h2", {{"id", id + "-title"}}, described.heading);
            html_.element("p", {{"class", "soft"}}, [&] {
                html_.text(described.files + " · " + described.checked_counts);
                if (described.unverified)
                    html_.element("span", {{"class", "unverified"}}, in("。", ". ") + described.unverified_words);
            });
            const FilingOnPage on_page(checked, index + 1);
            write_findings(html_, on_page, described, options_);
            write_answered(html_, checked, language_);
            if (checked.judgement.findings.empty()) return;
            write_tables(html_, on_page, language_);
            write_original(html_, on_page, language_);
        });
    }

    const Report& report_;
    const ReportOptions& options_;
    Language language_;
    PageOverview overview_;
    std::vector<DescribedFiling> described_;
    HtmlWriter html_;
};

std::string check_html(const Report& report, const ReportOptions& options) {
    return PageWriter(report, options).write();
}

}  // namespace

extern const ReportFormat html_format = {"html", "可离线阅读的网页：问题、表格与原文互相链接",
    "a page to read offline: findings, tables and the original, linked", {begin_whole_run<check_html>}, {}};

}  // namespace gouji
