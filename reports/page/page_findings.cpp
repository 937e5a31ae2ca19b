// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_findings.hpp"

#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_open_verdicts.hpp"
#include "reports/finding/private_wording.hpp"

namespace gouji {
namespace {

class PageFindingsWriter {
public:
    PageFindingsWriter(
        HtmlWriter& html, const FilingOnPage& filing, const DescribedFiling& described, Language language)
        : html_(html), filing_(filing), described_(described), language_(language) {}

    void write() {
        const CheckedFiling& checked = filing_.checked();
        html_.element("h3", in("问题", "Findings"));
        if (checked.judgement.findings.empty())
            html_.element("p", {{"class", described_.unverified ? "unverified" : "clean"}}, described_.no_findings);
        for (std::size_t i = 0; i < checked.judgement.findings.size(); ++i)
            finding(i, describe_finding(checked, checked.judgement.findings[i], filing_.places(), {language_}));
        for (const std::string& sentence : described_.settled) html_.element("p", {{"class", "decided"}}, sentence);
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    void soft(const std::string& text) { html_.element("p", {{"class", "soft"}}, text); }

    void finding(std::size_t index, const DescribedFinding& finding) {
        const std::string severity(name_of(finding.severity));
        const std::string id = filing_.finding_id(index);
        html_.element("article",
            {{"id", id}, {"class", "finding " + severity}, {"tabindex", "-1"}, {"data-severity", severity},
                {"data-rule", finding.rule}, {"data-fingerprint", finding.fingerprint},
                {"aria-labelledby", id + "-title"}},
            [&] {
                title(id + "-title", index + 1, severity, finding);
                soft(described_.heading + " · " + finding.place + " · " + finding.rule);
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
            });
    }

    void title(
        const std::string& id, std::size_t number, const std::string& severity, const DescribedFinding& finding) {
        html_.element("h4", {{"id", id}}, [&] {
            html_.text(std::to_string(number) + " ");
            html_.element("span", {{"class", "tag " + severity}}, finding.severity_word);
            html_.text(" " + finding.title);
        });
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

    /// Each figure with its place: a cell of the table as read, and the original.
    void figures(const DescribedFinding& finding) {
        if (finding.figures.empty()) return;
        html_.element("p", {{"class", "soft"}}, [&] {
            html_.text(in("数字：", "Figures: "));
            for (std::size_t i = 0; i < finding.figures.size(); ++i) {
                if (i > 0) html_.text(in("；", "; "));
                figure(finding.figures[i]);
            }
        });
    }

    void figure(const DescribedFigure& figure) {
        const std::string mark = filing_.is_marked(figure.span) ? filing_.mark_id(figure.span) : "";
        link(filing_.is_cell(figure.span) ? filing_.cell_id(figure.span) : mark, figure.statement());
        if (figure.place.empty()) return;
        html_.text(in("（", " ("));
        link(figure.in_other_file ? "" : mark, figure.place_in_original);
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
};

void write_open_reason(HtmlWriter& html, const OpenRule& rule, const OpenReason& reason, Language language) {
    std::string places;
    for (const std::string& place : reason.places)
        places += (places.empty() ? "" : Wording{"；", "; "}.in(language)) + place;
    html.element("tr", [&] {
        html.element("td", {{"class", "word"}}, reason.outcome);
        html.element("td", rule.title);
        html.element("td", reason.why);
        html.element("td", places);
    });
}

}  // namespace

void write_findings(HtmlWriter& html, const FilingOnPage& filing, const DescribedFiling& described, Language language) {
    PageFindingsWriter(html, filing, described, language).write();
}

void write_open_verdicts(HtmlWriter& html, const FilingOnPage& filing, Language language) {
    const std::vector<OpenRule> rules =
        describe_open_verdicts(filing.checked().judgement, OpenVerdicts::with_assumed, language);
    if (rules.empty()) return;
    const auto in = [&](std::string_view zh, std::string_view en) { return Wording{zh, en}.in(language); };
    const std::string title = in("不能判定、未能证明与豁免", "Undecided, assumed and waived");
    const auto body = [&] {
        for (const OpenRule& rule : rules) {
            for (const OpenReason& reason : rule.reasons) write_open_reason(html, rule, reason, language);
        }
    };
    html.element("details", [&] {
        html.element("summary", title);
        html.scrolling_table(title, [&] {
            html.head_row({{in("判定", "verdict")}, {in("核对的内容", "what was checked")}, {in("理由", "why")},
                {in("位置", "place")}});
            html.element("tbody", body);
        });
    });
}

}  // namespace gouji
