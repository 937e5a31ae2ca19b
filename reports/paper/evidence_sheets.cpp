// SPDX-License-Identifier: Apache-2.0
#include "reports/paper/private_evidence_sheets.hpp"

#include "reports/finding/private_listing.hpp"
#include "reports/paper/private_working_papers.hpp"

#include <utility>

namespace gouji {
namespace {

constexpr int room_for_a_line = 11;  // millimetres
constexpr int room_for_a_summary = 70;
constexpr int room_for_an_answer = 40;

class EvidenceSheet {
public:
    explicit EvidenceSheet(Language language) : language_(language) {}

    Paper sheet(const ListedFinding& row) const {
        Paper paper{in("审计取证单", "Audit evidence sheet"), {}};
        paper.parts.emplace_back(PaperText{in("编号：", "no. "), true});
        paper.parts.emplace_back(PaperTable{{28, 24, 18, 30}, false,
            {field(in("项目名称", "project"), ""),
                field(in("被审计（调查）单位或个人", "audited unit or person"), row.filing_words.organ),
                field(in("审计（调查）事项", "subject"), subject(row)),
                field(in("审计（调查）事项摘要", "summary of the facts"), summary(row.finding), room_for_a_summary),
                field(in("附件", "attached"),
                    fill("{files}（原报告），共      页",
                        "{files} (the report), pages:", {{"files", same(row.filing_words.files)}}, language_)),
                {{{in("审计人员", "auditors"), true}, {}, {in("编制日期", "date"), true}, {}}, room_for_a_line},
                field(in("证据提供单位意见", "answer of the unit that gives the evidence"), answer(),
                    room_for_an_answer)}});
        return paper;
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    static PaperRow field(std::string name, std::string value, int height = room_for_a_line) {
        return {{{std::move(name), true}, {std::move(value), false, 3}}, height};
    }

    std::string subject(const ListedFinding& row) const {
        const std::string place = row.finding.place.empty() ? "" : in_brackets(row.finding.place, language_);
        return fill("{year} 年度报告所载数字：{title}", "figures of the report of {year}: {title}",
                   {{"year", same(row.filing_words.year)}, {"title", same(row.finding.title)}}, language_)
            + place;
    }

    /// Facts alone: what the unit is asked to confirm. A likely cause is a guess, and stands in the working paper.
    std::string summary(const DescribedFinding& finding) const {
        return as_lines({messages_of(finding), sum_and_evidence(finding, language_), finding.basis_sentence});
    }

    std::string answer() const {
        return in("\n\n\n证据提供单位负责人（签名）：\n（盖章）                          日期：        年    月    日",
            "\n\n\nsigned by the head of the unit:\nseal:                          date:");
    }

    Language language_;
};

}  // namespace

std::vector<Paper> evidence_sheets(const CheckedFiling& checked, Language language) {
    std::vector<Paper> sheets;
    for_each_listed(
        checked, language, [&](const ListedFinding& row) { sheets.push_back(EvidenceSheet(language).sheet(row)); });
    return sheets;
}

std::string unverified_words(const CheckedFiling& checked, Language language) {
    const DescribedFiling filing = describe_filing(checked, language);
    return filing.unverified ? filing.heading + Wording{"：", ": "}.in(language) + filing.conclusion : std::string();
}

Paper sheet_without_finding(const std::vector<std::string>& unverified, std::size_t filings, Language language) {
    Paper paper{Wording{"审计取证单", "Audit evidence sheet"}.in(language), {}};
    for (const std::string& one : unverified) paper.parts.emplace_back(PaperText{one});
    const bool is_clean = filings > 0 && unverified.empty();
    const Wording sentence = is_clean ? Wording{"没有发现需要取证的问题。", "There is no finding that needs evidence."}
                                      : Wording{"没有取证单。", "There is no sheet."};
    paper.parts.emplace_back(PaperText{sentence.in(language)});
    return paper;
}

}  // namespace gouji
