// SPDX-License-Identifier: Apache-2.0
// A workbook: a sheet that sums up, 问题清单 by year (or by organ, where there is one year), all verdicts that say
// something, and decisions whose findings are gone.
#include "engine/rules/keys.hpp"
#include "reports/finding/private_listing.hpp"
#include "reports/writers/private_workbook.hpp"

#include <map>
#include <set>
#include <utility>

namespace gouji {
namespace {

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
        return book_.finish();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }
    static std::string year_of(const Filing& filing) { return filing.year ? std::to_string(*filing.year) : ""; }

    SheetColumn text(std::string_view zh, std::string_view en, int width) const { return {in(zh, en), width}; }
    SheetColumn organ() const { return text("机关", "organ", 24); }
    SheetColumn year() const { return number(in("年度", "year"), 8); }
    SheetColumn file(int width) const { return text("文件", "file", width); }
    static SheetColumn number(std::string title, int width) {
        return {.title = std::move(title), .width = width, .is_number = true};
    }

    void sum_up() {
        std::vector<SheetColumn> columns = {organ(), year(), file(30)};
        for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
            columns.push_back(number(severity_word(severity, language_), 9));
        for (std::size_t i = 0; i < outcome_names.size(); ++i)
            columns.push_back(number(outcome_word(static_cast<Outcome>(i), language_), 12));
        columns.push_back(text("说明", "remark", 30));
        book_.add_sheet(in("汇总", "summary"), std::move(columns));
        for (const CheckedFiling& checked : report_.filings) {
            const DescribedFiling filing = describe_filing(checked, language_);
            const auto found = findings_by_severity(checked.judgement);
            std::vector<std::string> row = {filing.organ, year_of(checked.filing), filing.files,
                std::to_string(found[2]), std::to_string(found[1]), std::to_string(found[0])};
            for (const int count : filing.outcomes) row.push_back(std::to_string(count));
            row.push_back(filing.unverified_words);
            book_.add_row(row);
        }
    }

    std::vector<SheetColumn> columns_of_list() const {
        std::vector<SheetColumn> columns;
        for (const ListingColumn& column : listing_columns()) {
            std::vector<std::string> words;
            for (const auto& word : words_of("decision", column.decision_field)) words.emplace_back(word.word);
            columns.push_back({column.title.in(language_), column.width, std::move(words), column.is_number});
        }
        return columns;
    }

    /// A sheet for each year where there are several, else for each organ, in order.
    void findings() {
        std::set<std::string> years;
        for (const CheckedFiling& one : report_.filings) years.insert(year_of(one.filing));
        std::map<std::string, std::vector<std::vector<std::string>>> sheets;
        for_each_listed(report_, language_, [&](const ListedFinding& row) {
            auto& rows = sheets[years.size() > 1 ? row.filing_words.year : row.filing_words.organ];
            rows.emplace_back();
            for (const ListingColumn& column : listing_columns()) rows.back().push_back(column.text(row));
        });
        if (sheets.empty()) sheets[""];
        for (const auto& [name, rows] : sheets) {
            book_.add_sheet(in("问题清单", "findings") + (name.empty() ? "" : " " + name), columns_of_list());
            for (const auto& row : rows) book_.add_row(row);
        }
    }

    void verdicts() {
        book_.add_sheet(in("判定", "verdicts"),
            {organ(), year(), text("规则", "rule", 26), text("问题类别", "kind", 22), text("位置", "place", 24),
                text("判定", "verdict", 14), text("理由", "why", 50), file(30)});
        for (const CheckedFiling& checked : report_.filings) {
            const std::string organ_name = organ_words(checked.filing, language_);
            for (const Verdict& one : checked.judgement.verdicts) {
                if (!all_ && (one.outcome == Outcome::pass || one.outcome == Outcome::not_applicable)) continue;
                book_.add_row({organ_name, year_of(checked.filing), one.rule->id, one.rule->title.in(language_),
                    place_words(one.at, language_), outcome_word(one.outcome, language_),
                    one.outcome == Outcome::fail ? one.message.in(language_) : one.why.in(language_),
                    checked.filing.file});
            }
        }
    }

    std::vector<SheetColumn> columns_of_settled() const {
        std::vector<SheetColumn> columns = {organ(), year(), text("规则", "rule", 26),
            text("当时的问题", "what was found", 50), text("现在的判定", "verdict of now", 14),
            text("指纹", "fingerprint", 18)};
        for (const DecisionField& field : decision_fields) columns.push_back(text(field.name, field.en, 14));
        return columns;
    }

    /// Decisions on findings that are gone; no sheet where there is none.
    void settled() {
        bool begun = false;
        for (const CheckedFiling& checked : report_.filings) {
            for (const Settled& one : checked.judgement.settled) {
                if (!std::exchange(begun, true)) book_.add_sheet(in("不再发现", "found no more"), columns_of_settled());
                const Decision& decision = one.decision;
                std::vector<std::string> row = {decision.organ, decision.year ? std::to_string(*decision.year) : "",
                    decision.rule, decision.finding, one.now ? outcome_word(*one.now, language_) : "",
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
            {file(40), text("程度", "severity", 8), text("代码", "code", 22), text("说明", "message", 60),
                text("怎么办", "what to do", 50)});
        for (const Diagnostic& one : report_.diagnostics)
            book_.add_row({one.file, severity_word(one.severity, language_), one.code, one.message.in(language_),
                one.help.in(language_)});
    }

    const Report& report_;
    bool all_;
    Language language_;
    Workbook book_;
};

std::string check_xlsx(const Report& report, const ReportOptions& options) {
    return XlsxWriter(report, options).write();
}

}  // namespace

extern const ReportFormat xlsx_format = {"xlsx", "问题清单、判定与汇总的 Excel 工作簿",
    "a workbook: findings, verdicts, and a sheet that sums up", check_xlsx, {}};

}  // namespace gouji
