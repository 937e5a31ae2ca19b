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

/// What stands above the reports, beside the overview.
class PageTop {
public:
    PageTop(HtmlWriter& html, const FinishedRun& run, Language language)
        : html_(html), run_(run), language_(language) {}

    void write() {
        filter();
        unread();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    /// Shown by the script alone: it does nothing without it.
    void filter() {
        html_.element(
            "form", {{"class", "filter"}, {"role", "search"}, {"aria-label", in("筛选问题", "filter findings")}}, [&] {
                for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
                    severity_box(severity);
                if (run_.tally.filings > 1) search("organ", in("机关 ", "Organ "), "");
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
        const std::vector<Tally::FailedRule> failed = failed_rules(run_.tally);
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
        const auto count = run_.tally.findings[static_cast<std::size_t>(severity)];
        html_.element("label", [&] {
            html_.single("input", {{"type", "checkbox"}, {"checked", ""}, {"value", std::string(name_of(severity))}});
            html_.text(" ");
            html_.element(
                "span", {{"class", "tag " + std::string(name_of(severity))}}, severity_word(severity, language_));
            html_.text(" " + std::to_string(count));
        });
    }

    void unread() {
        if (run_.diagnostics.empty()) return;
        constexpr std::size_t few = 8;
        const std::size_t count = run_.diagnostics.size();
        html_.element("details", {{"class", "unread"}, {count <= few ? "open" : "", ""}}, [&] {
            html_.element("summary",
                in("没有读成的文件与提醒", "Files that were not read, and remarks")
                    + in_brackets(std::to_string(count), language_));
            html_.element("ul", [&] {
                for (const Diagnostic& one : run_.diagnostics) diagnostic(one);
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

    HtmlWriter& html_;
    const FinishedRun& run_;
    Language language_;
};

/// A report of which nothing is to be said has a line in a fold, and no section: its text is empty.
std::string section_of(const CheckedFiling& checked, const DescribedFiling& described, const ReportOptions& options) {
    const bool answered = described.outcomes[static_cast<std::size_t>(Outcome::waived)] > 0
        || described.outcomes[static_cast<std::size_t>(Outcome::error)] > 0;
    if (checked.judgement.findings.empty() && described.settled.empty() && !answered) return {};
    const Language language = options.language;
    const std::string id = FilingOnPage::id();
    HtmlWriter html;
    html.element("section", {{"id", id}, {"class", "report"}, {"aria-labelledby", id + "-title"}}, [&] {
        html.element("h2", {{"id", id + "-title"}}, described.heading);
        html.element("p", {{"class", "soft"}}, [&] {
            html.text(described.files + " · " + described.checked_counts);
            if (described.unverified)
                html.element(
                    "span", {{"class", "unverified"}}, Wording{"。", ". "}.in(language) + described.unverified_words);
        });
        const FilingOnPage on_page(checked);
        write_findings(html, on_page, described, options);
        write_answered(html, checked, language);
        if (checked.judgement.findings.empty()) return;
        write_tables(html, on_page, language);
        write_original(html, on_page, language);
    });
    return html.finish();
}

/// What is made of a filing: ids in it are without its number.
struct PagePart {
    std::string section;
    OverviewLine line;
};

/// What all reports come to stands above their sections, which wait for it.
class PageWriter : public RunWriterOf<PagePart> {
public:
    PageWriter(const ReportOptions& options, ResultOutlet& outlet)
        : options_(options),
          language_(options.language),
          outlet_(outlet),
          overview_(options.language, outlet),
          sections_(outlet.wait()) {}

    bool finish(const FinishedRun& run) override {
        HtmlWriter html;
        const std::string title = in("勾稽核对结果", "Findings of gouji");
        html.begin_page(language_ == Language::zh ? "zh-CN" : "en", title, page_css, &page_js);
        html.element("a", {{"class", "skip"}, {"href", "#main"}}, in("跳到正文", "skip to the content"));
        html.element("header", [&] {
            html.element("h1", title);
            html.element("p", {{"class", "headline"}}, summarise(run, language_).headline);
            overview_.write_shares(html, run.tally);
        });
        html.element("main", {{"id", "main"}}, [&] {
            PageTop(html, run, language_).write();
            overview_.write_table(html, run.tally);
            outlet_.write(html.part());
            write_waiting(*sections_, outlet_);
            overview_.write_folds(html, run.tally);
        });
        html.end_page(&page_js);
        return outlet_.write(html.finish());
    }

private:
    [[nodiscard]] PagePart part_of(const CheckedFiling& checked) const override {
        const DescribedFiling described = describe_filing(checked, language_);
        return {section_of(checked, described, options_), describe_line(checked, described, language_)};
    }

    bool put(PagePart&& part) override {
        ++number_;
        return overview_.add(std::move(part.line), number_) && sections_->add(with_number(part.section, number_));
    }

    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    const ReportOptions& options_;
    Language language_;
    ResultOutlet& outlet_;
    PageOverview overview_;
    std::unique_ptr<WaitingText> sections_;
    std::size_t number_ = 0;  ///< of the last filing
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<PageWriter>(options, outlet);
}

}  // namespace

extern const ReportFormat html_format = {"html", "可离线阅读的网页：问题、表格与原文互相链接",
    "a page to read offline: findings, tables and the original, linked", {.begin = begin}, {}};

}  // namespace gouji
