// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_findings.hpp"

#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_open_verdicts.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/page/private_page_evidence.hpp"
#include "reports/page/private_page_table.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

class PageFindingsWriter {
public:
    PageFindingsWriter(
        HtmlWriter& html, const FilingOnPage& filing, const DescribedFiling& described, const ReportOptions& options)
        : html_(html),
          filing_(filing),
          described_(described),
          language_(options.language),
          rule_book_(options.rule_book) {}

    void write() {
        const CheckedFiling& checked = filing_.checked();
        if (checked.judgement.findings.empty())
            html_.element("p", {{"class", described_.unverified ? "unverified" : "clean"}}, described_.no_findings);
        for (std::size_t i = 0; i < checked.judgement.findings.size(); ++i)
            finding(i,
                describe_finding(checked, checked.judgement.findings[i], filing_.places(),
                    {.language = language_, .rule_book = rule_book_}));
        for (const std::string& sentence : described_.settled) html_.element("p", {{"class", "decided"}}, sentence);
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    void soft(const std::string& text) { html_.element("p", {{"class", "soft"}}, text); }

    void finding(std::size_t index, const DescribedFinding& finding) {
        const std::string severity(name_of(finding.severity));
        const std::string id = FilingOnPage::finding_id(index);
        html_.element("article",
            {{"id", id}, {"class", "finding " + severity}, {"tabindex", "-1"}, {"data-severity", severity},
                {"data-rule", finding.rule}, {"data-fingerprint", finding.fingerprint},
                {"aria-labelledby", id + "-title"}},
            [&] {
                title(id + "-title", index + 1, severity, finding);
                html_.element("div", {{"class", "told"}}, [&] { told(finding); });
                html_.element("div", {{"class", "seen"}}, [&] {
                    write_table_excerpts(html_, filing_, index, language_);
                    write_quotes(html_, filing_, index, language_);
                });
            });
    }

    void title(
        const std::string& id, std::size_t number, const std::string& severity, const DescribedFinding& finding) {
        html_.element("h3", {{"id", id}}, [&] {
            html_.text(std::to_string(number) + " ");
            html_.element("span", {{"class", "tag " + severity}}, finding.severity_word);
            html_.text(" " + finding.title + " ");
            html_.element("span", {{"class", "soft"}}, [&] {
                html_.text(finding.place + (finding.place.empty() ? "" : " · "));
                if (finding.rule_address.empty()) html_.text(finding.rule);
                else html_.element("a", {{"href", finding.rule_address}, {"rel", "noreferrer"}}, finding.rule);
            });
        });
    }

    void told(const DescribedFinding& finding) {
        html_.element("p", finding.message);
        html_.list("ul", "sum", finding.written);
        for (const std::string& remark : finding.remarks) soft(remark);
        html_.list("ul", "causes", finding.causes);
        others(finding);
        figures(finding);
        for (const std::string& note : finding.notes)
            html_.element("p", {{"class", finding.stale ? "decided stale" : "decided"}}, note);
        soft(finding.basis_sentence);
        if (!finding.severity_reason.empty()) soft(finding.severity_reason);
    }

    void others(const DescribedFinding& finding) {
        if (finding.others.empty()) return;
        html_.element("p", finding.others_heading);
        html_.element("ul", [&] {
            for (const DescribedVerdict& other : finding.others) other_verdict(other);
        });
    }

    void other_verdict(const DescribedVerdict& other) {
        html_.element("li", [&] {
            html_.text(other.message + " ");
            html_.element("span", {{"class", "soft"}}, other.rule);
        });
    }

    /// Where each figure stands in the original. Those of tables have their names in the excerpt beside; the others
    /// have them here.
    void figures(const DescribedFinding& finding) {
        if (std::all_of(finding.figures.begin(), finding.figures.end(),
                [](const DescribedFigure& one) { return one.place.empty(); }))
            return;
        html_.element("p", {{"class", "soft"}}, [&] {
            html_.text(in("原文：", "In the original: "));
            bool first = true;
            for (const DescribedFigure& one : finding.figures) {
                if (one.place.empty()) continue;
                if (!std::exchange(first, false)) html_.text(in("，", ", "));
                figure(one);
            }
        });
    }

    void figure(const DescribedFigure& figure) {
        const bool named = figure.in_other_file || !filing_.is_cell(figure.span);
        const std::string to =
            figure.in_other_file || !filing_.is_marked(figure.span) ? "" : FilingOnPage::mark_id(figure.span);
        html_.text((named ? figure.statement() : figure.value) + in("（", " ("));
        link(to, figure.place);
        html_.text(in("）", ")"));
    }

    /// A link to an element of the page; the text alone where there is none.
    void link(const std::string& to, const std::string& text) {
        if (to.empty()) html_.text(text);
        else html_.element("a", {{"href", "#" + to}}, text);
    }

    HtmlWriter& html_;
    const FilingOnPage& filing_;
    const DescribedFiling& described_;
    Language language_;
    std::string_view rule_book_;
};

}  // namespace

void write_findings(
    HtmlWriter& html, const FilingOnPage& filing, const DescribedFiling& described, const ReportOptions& options) {
    PageFindingsWriter(html, filing, described, options).write();
}

void write_answered(HtmlWriter& html, const CheckedFiling& checked, Language language) {
    for (const OpenRule& rule : describe_open_verdicts(checked.judgement, OpenVerdicts::answered, language)) {
        for (const OpenReason& reason : rule.reasons) {
            const Wording colon{"：", ": "};
            html.element("p", {{"class", "decided"}},
                reason.outcome + colon.in(language) + rule.title
                    + (reason.places.empty() ? "" : in_brackets(as_list(reason.places, language), language))
                    + Wording{"。", ". "}.in(language) + reason.why);
        }
    }
}

}  // namespace gouji
