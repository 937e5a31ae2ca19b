// SPDX-License-Identifier: Apache-2.0
// 审计工作底稿 (audit working papers), one for each filing, to be printed on A4 and signed by hand: what was checked
// and how, what was found, on what it rests. Names and days are left to people.
#include "engine/base/version.hpp"
#include "reports/private_html.hpp"
#include "reports/private_listing.hpp"

#include "paper.css.inc"

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
        return html_.take();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Label{zh, en}.in(language_); }

    void row(std::initializer_list<std::pair<std::string, std::string>> fields) {
        html_.element("tr", [&] {
            for (const auto& [name, value] : fields) {
                html_.element("th", {{"scope", "row"}}, name);
                html_.element("td", {{fields.size() == 1 ? "colspan" : "", "3"}}, value);
            }
        });
    }

    void paper(const CheckedFiling& checked, int number) {
        const Filing& filing = checked.filing;
        html_.element("section", {{"class", "paper"}}, [&] {
            html_.element("h1", in("审计工作底稿", "Audit working paper"));
            html_.element("table", {{"class", "head"}}, [&] {
                row({{in("索引号", "index"), std::to_string(number)},
                    {in("期间", "period"), tell_year(filing, language_)}});
                row({{in("被审计单位名称", "audited unit"), tell_organ(filing, language_)}});
                row({{in("审计事项", "subject"),
                    in("政府信息公开工作年度报告所载数字的勾稽关系",
                        "whether the figures of the annual report on the disclosure of government information "
                        "agree")}});
                row({{in("资料来源", "source"),
                    tell_files(filing, language_)
                        + (filing.published.empty()
                                ? ""
                                : in("（公布日期 ", " (published ") + filing.published + in("）", ")"))}});
            });
            process(checked);
            conclusion(checked);
            html_.element("table", {{"class", "head"}}, [&] {
                row({{in("编制人", "prepared by"), ""}, {in("编制日期", "date"), ""}});
                row({{in("复核人", "reviewed by"), ""}, {in("复核日期", "date"), ""}});
            });
        });
    }

    /// 过程记录: which rules were applied, to how many places, and what came of each.
    void process(const CheckedFiling& checked) {
        html_.element("h2", in("过程记录", "Record of the work"));
        html_.element("p",
            fill("用勾稽 {version} 逐项核对：{counts}。", "Checked item by item with gouji {version}: {counts}.",
                {{"version", same(version())}, {"counts", same(tell_counts(checked.judgement.summary(), language_))}},
                language_));
        if (is_unverified(checked.judgement.summary()))
            html_.element("p", in("没有一项得到核实。", "Nothing was verified."));
        struct Line {
            std::string title;
            std::array<int, 7> counts{};
        };
        std::map<std::string, Line> rules;
        for (const Verdict& one : checked.judgement.verdicts) {
            Line& line = rules[one.rule->id];
            line.title = one.rule->title.in(language_);
            ++line.counts[static_cast<std::size_t>(one.outcome)];
        }
        html_.element("table", [&] {
            header({{in("核对的内容", "what was checked"), ""}, {in("结果", "result"), ""}});
            html_.element("tbody", [&] {
                for (const auto& entry : rules) {
                    const Line& line = entry.second;
                    // What does not apply to this year's form was not part of the work.
                    if (line.counts[static_cast<std::size_t>(Outcome::not_applicable)] > 0
                        && tell_counts(line.counts, language_)
                            == tell_counts(only(Outcome::not_applicable, line.counts), language_))
                        continue;
                    html_.element("tr", [&] {
                        html_.element("td", line.title);
                        html_.element("td", tell_counts(line.counts, language_));
                    });
                }
            });
        });
    }

    static std::array<int, 7> only(Outcome outcome, const std::array<int, 7>& counts) {
        std::array<int, 7> made{};
        made[static_cast<std::size_t>(outcome)] = counts[static_cast<std::size_t>(outcome)];
        return made;
    }

    void header(std::initializer_list<std::pair<std::string, std::string>> names) {
        html_.element("thead", [&] {
            html_.element("tr", [&] {
                for (const auto& [name, kind] : names)
                    html_.element("th", {{"scope", "col"}, {kind.empty() ? "" : "class", kind}}, name);
            });
        });
    }

    /// 结论或问题摘要及依据.
    void conclusion(const CheckedFiling& checked) {
        html_.element("h2", in("结论或问题摘要及依据", "Conclusion, or findings with their basis"));
        const Judgement& judgement = checked.judgement;
        if (judgement.findings.empty())
            html_.element("p",
                is_unverified(judgement.summary())
                    ? in("没有一项得到核实，不能得出结论。", "Nothing was verified: there is no conclusion.")
                    : in("核实的各项没有不符。", "Nothing that was verified disagrees."));
        if (!judgement.findings.empty()) findings(checked);
        for (const std::string& one : tell_settled(judgement, language_)) html_.element("p", one);
    }

    void findings(const CheckedFiling& checked) {
        const Places places(checked.shown.text, checked.shown.starts);
        html_.element("table", {{"class", "findings"}}, [&] {
            header({{in("序号", "no."), "narrow"}, {in("问题", "finding"), ""}, {in("证据", "evidence"), "evidence"},
                {in("依据", "basis"), "basis"}});
            html_.element("tbody", [&] {
                int number = 0;
                for (const Finding& finding : checked.judgement.findings) {
                    const Verdict& verdict = checked.judgement.verdicts[finding.told];
                    const Listed listed{++number, checked, finding, verdict, places};
                    html_.element("tr", [&] {
                        html_.element("td", std::to_string(number));
                        html_.element("td", [&] {
                            html_.element("p",
                                tell_severity(verdict.severity, language_) + in("：", ": ")
                                    + verdict.rule->title.in(language_));
                            html_.element("p", {{"class", "line"}}, tell_messages(listed, language_));
                            for (const std::string& one : tell_causes(finding, language_, 2)) html_.element("p", one);
                            for (const std::string& one : tell_notes(finding, language_)) html_.element("p", one);
                        });
                        html_.element("td", {{"class", "line"}}, tell_evidence(listed, language_));
                        html_.element("td", verdict.rule->basis.in(language_));
                    });
                }
            });
        });
    }

    void unread() {
        bool any = false;
        for (const Diagnostic& one : report_.diagnostics) any = any || one.severity == Severity::error;
        if (!any) return;
        html_.element("section", {{"class", "paper"}}, [&] {
            html_.element("h1", in("没有读成的文件", "Files that were not read"));
            html_.element("table", [&] {
                header({{in("文件", "file"), ""}, {in("原因", "why"), ""}});
                html_.element("tbody", [&] {
                    for (const Diagnostic& one : report_.diagnostics) {
                        if (one.severity != Severity::error) continue;
                        html_.element("tr", [&] {
                            html_.element("td", one.file);
                            html_.element("td", one.message.in(language_));
                        });
                    }
                });
            });
        });
    }

    const Report& report_;
    Language language_;
    Html html_;
};

}  // namespace

std::string render_check_paper(const Report& report, const ReportOptions& options) {
    return PaperWriter(report, options).write();
}

}  // namespace gouji
