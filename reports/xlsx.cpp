// SPDX-License-Identifier: Apache-2.0
// A workbook: a sheet that sums up, 问题清单 by year (or by organ, where there is one year), all verdicts that say
// something, and decisions whose findings are no more.
#include "engine/rules/keys.hpp"
#include "reports/private_listing.hpp"
#include "reports/private_workbook.hpp"

#include <map>
#include <set>

namespace gouji {
namespace {

using Column = Workbook::Column;

class XlsxWriter {
public:
    XlsxWriter(const Report& report, const ReportOptions& options)
        : report_(report), all_(options.all), language_(options.language) {}

    std::string write() {
        sum_up();
        findings();
        verdicts();
        settled();
        unread();
        return book_.take();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Label{zh, en}.in(language_); }
    static std::string year_of(const Filing& filing) { return filing.year ? std::to_string(*filing.year) : ""; }

    void sum_up() {
        std::vector<Column> columns = {
            {in("机关", "organ"), 24, {}}, {in("年度", "year"), 8, {}, true}, {in("文件", "file"), 30, {}}};
        for (int severity = 2; severity >= 0; --severity)
            columns.push_back({tell_severity(static_cast<Severity>(severity), language_), 9, {}, true});
        for (std::size_t i = 0; i < outcome_names.size(); ++i)
            columns.push_back({tell_outcome(static_cast<Outcome>(i), language_), 12, {}, true});
        columns.push_back({in("说明", "remark"), 30, {}});
        book_.add_sheet(in("汇总", "summary"), std::move(columns));
        for (const CheckedFiling& checked : report_.filings) {
            std::array<int, 3> found{};
            for (const Finding& one : checked.judgement.findings)
                ++found[static_cast<std::size_t>(checked.judgement.verdicts[one.told].severity)];
            std::vector<std::string> row = {tell_organ(checked.filing, language_), year_of(checked.filing),
                tell_files(checked.filing, language_), std::to_string(found[2]), std::to_string(found[1]),
                std::to_string(found[0])};
            const auto counts = checked.judgement.summary();
            for (const int one : counts) row.push_back(std::to_string(one));
            row.push_back(is_unverified(counts) ? in("没有一项得到核实", "nothing was verified") : "");
            book_.add_row(row);
        }
    }

    /// Years where there are several, else organs: the sheets that a finding can stand on, in order.
    void findings() {
        std::set<std::string> years;
        for (const CheckedFiling& one : report_.filings) years.insert(year_of(one.filing));
        const auto sheet_of = [&](const Filing& filing) {
            return years.size() > 1 ? (filing.year ? year_of(filing) : tell_year(filing, language_))
                                    : tell_organ(filing, language_);
        };
        std::map<std::string, std::vector<std::vector<std::string>>> sheets;
        for_each_listed(report_, [&](const Listed& one) {
            auto& rows = sheets[sheet_of(one.checked.filing)];
            rows.emplace_back();
            for (const ListingColumn& column : listing_columns()) rows.back().push_back(column.of(one, language_));
        });
        if (sheets.empty()) sheets[""];
        for (const auto& [name, rows] : sheets) {
            std::vector<Column> columns;
            for (const ListingColumn& one : listing_columns()) {
                std::vector<std::string> words;
                for (const auto& word : words_of("decision", one.title.zh)) words.emplace_back(word.word);
                columns.push_back({one.title.in(language_), one.width, std::move(words),
                    one.title.zh == "序号" || one.title.zh == "年度"});
            }
            book_.add_sheet(in("问题清单", "findings") + (name.empty() ? "" : " " + name), std::move(columns));
            for (const auto& row : rows) book_.add_row(row);
        }
    }

    void verdicts() {
        book_.add_sheet(in("判定", "verdicts"),
            {{in("机关", "organ"), 24, {}}, {in("年度", "year"), 8, {}, true}, {in("规则", "rule"), 26, {}},
                {in("问题类别", "kind"), 22, {}}, {in("位置", "place"), 24, {}}, {in("判定", "verdict"), 14, {}},
                {in("理由", "why"), 50, {}}, {in("文件", "file"), 30, {}}});
        for (const CheckedFiling& checked : report_.filings) {
            for (const Verdict& one : checked.judgement.verdicts) {
                if (!all_ && (one.outcome == Outcome::pass || one.outcome == Outcome::not_applicable)) continue;
                book_.add_row({tell_organ(checked.filing, language_), year_of(checked.filing), one.rule->id,
                    one.rule->title.in(language_), tell_place(one.at, language_), tell_outcome(one.outcome, language_),
                    one.outcome == Outcome::fail ? one.message.in(language_) : one.why.in(language_),
                    checked.filing.file});
            }
        }
    }

    /// What people typed about findings that are no more.
    void settled() {
        bool begun = false;
        for (const CheckedFiling& checked : report_.filings) {
            for (const Settled& one : checked.judgement.settled) {
                if (!std::exchange(begun, true)) {
                    std::vector<Column> columns = {{in("机关", "organ"), 24, {}}, {in("年度", "year"), 8, {}, true},
                        {in("规则", "rule"), 26, {}}, {in("当时的问题", "what was found"), 50, {}},
                        {in("现在的判定", "verdict of now"), 14, {}}, {in("指纹", "fingerprint"), 18, {}}};
                    for (const DecisionField& field : decision_fields)
                        columns.push_back({Label{field.name, field.en}.in(language_), 14, {}});
                    book_.add_sheet(in("不再发现", "found no more"), std::move(columns));
                }
                const Decision& decision = one.decision;
                std::vector<std::string> row = {decision.organ, decision.year ? std::to_string(*decision.year) : "",
                    decision.rule, decision.finding, one.now ? tell_outcome(*one.now, language_) : "",
                    decision.fingerprint};
                row.insert(row.end(), decision.fields.begin(), decision.fields.end());
                book_.add_row(row);
            }
        }
    }

    /// Files that say nothing because they could not be read: no list is whole without them.
    void unread() {
        if (report_.diagnostics.empty()) return;
        book_.add_sheet(in("未读成与提醒", "not read, and remarks"),
            {{in("文件", "file"), 40, {}}, {in("程度", "severity"), 8, {}}, {in("代码", "code"), 22, {}},
                {in("说明", "message"), 60, {}}, {in("怎么办", "what to do"), 50, {}}});
        for (const Diagnostic& one : report_.diagnostics)
            book_.add_row({one.file, tell_severity(one.severity, language_), one.code, one.message.in(language_),
                one.help.in(language_)});
    }

    const Report& report_;
    bool all_;
    Language language_;
    Workbook book_;
};

}  // namespace

std::string render_check_xlsx(const Report& report, const ReportOptions& options) {
    return XlsxWriter(report, options).write();
}

}  // namespace gouji
