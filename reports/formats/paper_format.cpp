// SPDX-License-Identifier: Apache-2.0
// 审计工作底稿 (audit working papers), one for each filing, to be printed on A4 and signed by hand: what was checked
// and how, what was found, on what it rests. Names and days are left to people.
#include "engine/base/version.hpp"
#include "reports/finding/private_listing.hpp"
#include "reports/writers/private_html_writer.hpp"

#include "paper.css.inc"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

class PaperWriter {
public:
    PaperWriter(const Report& report, const ReportOptions& options) : report_(report), language_(options.language) {}

    std::string write() {
        html_.begin_page(
            language_ == Language::zh ? "zh-CN" : "en", in("审计工作底稿", "Audit working papers"), paper_css, nullptr);
        html_.element("main", [&] {
            int number = 0;
            for (const CheckedFiling& one : report_.filings) paper(one, ++number);
            unread();
        });
        html_.end_page(nullptr);
        return html_.finish();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    void row(std::initializer_list<std::pair<std::string, std::string>> fields) {
        html_.element("tr", [&] {
            for (const auto& [name, value] : fields) {
                html_.element("th", {{"scope", "row"}}, name);
                html_.element("td", {{fields.size() == 1 ? "colspan" : "", "3"}}, value);
            }
        });
    }

    void paper(const CheckedFiling& checked, int number) {
        const DescribedFiling filing = describe_filing(checked, language_);
        html_.element("section", {{"class", "paper"}}, [&] {
            html_.element("h1", in("审计工作底稿", "Audit working paper"));
            html_.element("table", {{"class", "head"}}, [&] { subject(filing, checked.filing.published, number); });
            process(filing, checked.judgement);
            conclusion(filing, checked);
            html_.element("table", {{"class", "head"}}, [&] {
                row({{in("编制人", "prepared by"), ""}, {in("编制日期", "date"), ""}});
                row({{in("复核人", "reviewed by"), ""}, {in("复核日期", "date"), ""}});
            });
        });
    }

    void subject(const DescribedFiling& filing, const std::string& published, int number) {
        row({{in("索引号", "index"), std::to_string(number)}, {in("期间", "period"), filing.year}});
        row({{in("被审计单位名称", "audited unit"), filing.organ}});
        row({{in("审计事项", "subject"),
            in("政府信息公开工作年度报告所载数字的勾稽关系",
                "whether the figures of the annual report on the disclosure of government information agree")}});
        const std::string day =
            published.empty() ? "" : in_brackets(in("公布日期 ", "published ") + published, language_);
        row({{in("资料来源", "source"), filing.files + day}});
    }

    /// 过程记录: which rules were applied, to how many places, and what came of each.
    void process(const DescribedFiling& filing, const Judgement& judgement) {
        html_.element("h2", in("过程记录", "Record of the work"));
        html_.element("p",
            fill("用勾稽 {version} 逐项核对：{counts}。", "Checked item by item with gouji {version}: {counts}.",
                {{"version", same(version())}, {"counts", same(filing.counts)}}, language_));
        if (filing.unverified) html_.element("p", filing.unverified_sentence);
        struct AppliedRule {
            std::string title;
            std::array<int, 7> counts{};
        };
        std::map<std::string, AppliedRule> rules;
        for (const Verdict& verdict : judgement.verdicts) {
            AppliedRule& rule = rules[verdict.rule->id];
            rule.title = verdict.rule->title.in(language_);
            ++rule.counts[static_cast<std::size_t>(verdict.outcome)];
        }
        html_.element("table", [&] {
            html_.head_row({{in("核对的内容", "what was checked")}, {in("结果", "result")}});
            html_.element("tbody", [&] {
                for (const auto& entry : rules) {
                    if (has_applied(entry.second.counts)) applied_rule(entry.second.title, entry.second.counts);
                }
            });
        });
    }

    /// A rule that does not apply to the form of the year was not part of the work.
    static bool has_applied(std::array<int, 7> counts) {
        counts[static_cast<std::size_t>(Outcome::not_applicable)] = 0;
        return std::any_of(counts.begin(), counts.end(), [](int count) { return count > 0; });
    }

    void applied_rule(const std::string& title, const std::array<int, 7>& counts) {
        html_.element("tr", [&] {
            html_.element("td", title);
            html_.element("td", outcome_counts(counts, language_));
        });
    }

    /// 结论或问题摘要及依据.
    void conclusion(const DescribedFiling& filing, const CheckedFiling& checked) {
        html_.element("h2", in("结论或问题摘要及依据", "Conclusion, or findings with their basis"));
        if (checked.judgement.findings.empty()) html_.element("p", filing.conclusion);
        else findings(checked);
        for (const std::string& sentence : filing.settled) html_.element("p", sentence);
    }

    void findings(const CheckedFiling& checked) {
        const Places places(checked.shown.text, checked.shown.starts);
        html_.element("table", {{"class", "findings"}}, [&] {
            html_.head_row({{in("序号", "no."), "narrow"}, {in("问题", "finding")},
                {in("证据", "evidence"), "evidence"}, {in("依据", "basis"), "basis"}});
            html_.element("tbody", [&] {
                int number = 0;
                for (const Finding& one : checked.judgement.findings)
                    finding(
                        describe_finding(checked, one, places, {.language = language_, .most_causes = 2}), ++number);
            });
        });
    }

    void finding(const DescribedFinding& finding, int number) {
        html_.element("tr", [&] {
            html_.element("td", std::to_string(number));
            html_.element("td", [&] {
                html_.element("p", finding.severity_word + in("：", ": ") + finding.title);
                html_.element("p", {{"class", "line"}}, messages_of(finding));
                for (const std::string& cause : finding.causes) html_.element("p", cause);
                for (const std::string& note : finding.notes) html_.element("p", note);
            });
            html_.element("td", {{"class", "line"}}, as_lines(finding.evidence));
            html_.element("td", finding.basis);
        });
    }

    void unread() {
        if (!has_error(report_.diagnostics)) return;
        html_.element("section", {{"class", "paper"}}, [&] {
            html_.element("h1", in("没有读成的文件", "Files that were not read"));
            html_.element("table", [&] {
                html_.head_row({{in("文件", "file")}, {in("原因", "why")}});
                html_.element("tbody", [&] {
                    for (const Diagnostic& one : report_.diagnostics) {
                        if (one.severity == Severity::error) unread_file(one);
                    }
                });
            });
        });
    }

    void unread_file(const Diagnostic& diagnostic) {
        html_.element("tr", [&] {
            html_.element("td", diagnostic.file);
            html_.element("td", diagnostic.message.in(language_));
        });
    }

    const Report& report_;
    Language language_;
    HtmlWriter html_;
};

std::string check_paper(const Report& report, const ReportOptions& options) {
    return PaperWriter(report, options).write();
}

}  // namespace

extern const ReportFormat paper_format = {
    "paper", "审计工作底稿，打印为 A4 的网页", "audit working papers: a page that prints on A4", check_paper, {}};

}  // namespace gouji
