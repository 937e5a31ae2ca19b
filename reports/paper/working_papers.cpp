// SPDX-License-Identifier: Apache-2.0
#include "reports/paper/private_working_papers.hpp"

#include "engine/base/version.hpp"
#include "reports/finding/private_listing.hpp"
#include "reports/paper/private_checked_work.hpp"

#include <utility>

namespace gouji {
namespace {

class PaperDescriber {
public:
    PaperDescriber(const CheckedFiling& checked, Language language)
        : checked_(checked), language_(language), filing_(describe_filing(checked, language)) {}

    Paper paper() {
        paper_.title = in("审计工作底稿", "Audit working paper");
        subject();
        process();
        conclusion();
        paper_.parts.emplace_back(PaperTable{{18, 32, 18, 32}, false,
            {pairs(in("编制人", "prepared by"), "", in("编制日期", "date"), ""),
                field(in("复核意见", "review"), "", 18),
                pairs(in("复核人", "reviewed by"), "", in("复核日期", "date"), "")},
            true});
        return std::move(paper_);
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    static PaperRow pairs(std::string name, std::string value, std::string other_name, std::string other_value) {
        return {
            {{std::move(name), true}, {std::move(value)}, {std::move(other_name), true}, {std::move(other_value)}}, 9};
    }
    static PaperRow field(std::string name, std::string value, int height = 9) {
        return {{{std::move(name), true}, {std::move(value), false, 3}}, height};
    }

    void subject() {
        const std::string& published = checked_.filing.published;
        const std::string day =
            published.empty() ? "" : in_brackets(in("公布日期 ", "published ") + published, language_);
        paper_.parts.emplace_back(PaperTable{{18, 32, 18, 32}, false,
            {{{{in("索引号", "index"), true}, {.is_number = true}, {in("期间", "period"), true}, {filing_.year}}, 9},
                field(in("被审计单位名称", "audited unit"), filing_.organ),
                field(in("审计事项", "subject"),
                    in("所公开报告的数字之间、文字与表格之间是否勾稽一致",
                        "whether the figures of the published report agree, among themselves and with its prose")),
                field(in("资料来源", "source"), filing_.files + day)}});
    }

    /// 过程记录: what was checked, and what came of it.
    void process() {
        heading(in("过程记录", "Record of the work"));
        text(fill("用勾稽 {version} 逐项核对：{counts}。", "Checked item by item with gouji {version}: {counts}.",
            {{"version", same(version())}, {"counts", same(filing_.counts)}}, language_));
        if (filing_.unverified) text(filing_.unverified_sentence);
        PaperTable table{
            {45, 55}, true, {{{{in("核对的内容", "what was checked"), true}, {in("结果", "result"), true}}}}};
        for (CheckedWork& work : describe_work(checked_.judgement, language_))
            table.rows.push_back({{{std::move(work.what)}, {std::move(work.result)}}});
        if (table.rows.size() > 1) paper_.parts.emplace_back(std::move(table));
    }

    /// 结论或问题摘要及依据.
    void conclusion() {
        heading(in("结论或问题摘要及依据", "Conclusion, or findings with their basis"));
        if (checked_.judgement.findings.empty()) text(filing_.conclusion);
        else findings();
        for (const std::string& sentence : filing_.settled) text(sentence);
    }

    void findings() {
        const Places places(checked_.shown.text, checked_.shown.starts);
        PaperTable table{{7, 33, 38, 22}, true,
            {{{{in("序号", "no."), true}, {in("问题", "finding"), true}, {in("算式与证据", "sum and evidence"), true},
                {in("依据", "basis"), true}}}}};
        int number = 0;
        for (const Finding& one : checked_.judgement.findings) {
            const DescribedFinding finding =
                describe_finding(checked_, one, places, {.language = language_, .most_causes = 2});
            std::vector<std::string> lines = {
                finding.severity_word + in("：", ": ") + finding.title, messages_of(finding)};
            lines.insert(lines.end(), finding.causes.begin(), finding.causes.end());
            lines.insert(lines.end(), finding.notes.begin(), finding.notes.end());
            table.rows.push_back({{{std::to_string(++number)}, {as_lines(lines)},
                {sum_and_evidence(finding, language_)}, {finding.basis}}});
        }
        paper_.parts.emplace_back(std::move(table));
    }

    void heading(std::string text) { paper_.parts.emplace_back(PaperHeading{std::move(text)}); }
    void text(std::string text) { paper_.parts.emplace_back(PaperText{std::move(text)}); }

    const CheckedFiling& checked_;
    Language language_;
    DescribedFiling filing_;
    Paper paper_;
};

}  // namespace

std::string sum_and_evidence(const DescribedFinding& finding, Language language) {
    std::vector<std::string> lines;
    const auto add = [&](const Wording& name, const std::vector<std::string>& texts) {
        if (texts.empty()) return;
        lines.push_back(name.in(language));
        lines.insert(lines.end(), texts.begin(), texts.end());
    };
    add({"算式：", "Sum:"}, finding.written);
    lines.insert(lines.end(), finding.remarks.begin(), finding.remarks.end());
    add({"证据：", "Evidence:"}, finding.evidence);
    if (lines.empty() && !finding.place.empty())
        lines.push_back(Wording{"位置：", "Place: "}.in(language) + finding.place);
    return as_lines(lines);
}

std::optional<Paper> paper_of_unread(const std::vector<Diagnostic>& diagnostics, Language language) {
    if (!has_error(diagnostics)) return std::nullopt;
    const auto in = [&](std::string_view zh, std::string_view en) { return Wording{zh, en}.in(language); };
    PaperTable table{{40, 60}, true, {{{{in("文件", "file"), true}, {in("原因", "why"), true}}}}};
    for (const Diagnostic& one : diagnostics) {
        if (one.severity == Severity::error) table.rows.push_back({{{one.file}, {one.message.in(language)}}});
    }
    return Paper{in("没有读成的文件", "Files that were not read"), {std::move(table)}};
}

Paper working_paper(const CheckedFiling& checked, Language language) {
    return PaperDescriber(checked, language).paper();
}

}  // namespace gouji
