// SPDX-License-Identifier: Apache-2.0
// A workbook: a sheet that sums up, 问题清单 by year (or by organ, where there is one year), all verdicts that say
// something, and decisions whose findings are gone.
#include "engine/rules/keys.hpp"
#include "reports/finding/private_listing.hpp"
#include "reports/writers/private_cell_lines.hpp"
#include "reports/writers/private_workbook.hpp"

#include <map>
#include <set>
#include <utility>

namespace gouji {
namespace {

class XlsxWriter {
public:
    XlsxWriter(const Report& report, const ReportOptions& options)
        : report_(report),
          all_(options.all),
          language_(options.language),
          book_(in("&C第 &P 页，共 &N 页", "&CPage &P of &N")) {}

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
    SheetColumn detail(std::string_view zh, std::string_view en, int width) const {
        SheetColumn made = text(zh, en, width);
        made.use = ColumnUse::detail;
        return made;
    }
    SheetColumn organ(int width) const { return text(listing_titles::organ.zh, listing_titles::organ.en, width); }
    SheetColumn year(int width) const { return number(listing_titles::year.in(language_), width); }
    SheetColumn file(int width) const { return text("文件", "file", width); }
    static SheetColumn number(std::string title, int width) {
        return {.title = std::move(title), .width = width, .is_number = true};
    }

    void sum_up() {
        std::vector<SheetColumn> columns = {organ(16), year(5), file(20)};
        for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
            columns.push_back(number(severity_word(severity, language_), 6));
        for (std::size_t i = 0; i < outcome_names.size(); ++i)
            columns.push_back(number(outcome_word(static_cast<Outcome>(i), language_), 7));
        columns.push_back(text("说明", "remark", 15));
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

    /// A column that people fill in.
    SheetColumn typed(std::size_t field) const {
        const DecisionField& known = decision_fields[field];
        SheetColumn made{Wording{known.name, known.en}.in(language_), decision_widths[field]};
        for (const auto& word : words_of("decision", known.name)) made.words.emplace_back(word.word);
        made.use = ColumnUse::typed;
        return made;
    }

    std::vector<SheetColumn> columns_of_list() const {
        std::vector<SheetColumn> columns;
        std::size_t field = 0;
        for (const ListingColumn& column : listing_columns()) {
            if (!column.decision_field.empty()) {
                columns.push_back(typed(field++));
                continue;
            }
            columns.push_back({column.title.in(language_), column.width, {}, column.is_number,
                column.is_detail ? ColumnUse::detail : ColumnUse::told});
        }
        return columns;
    }

    /// What is too long for a page is whole in other columns and sheets. What people typed is never cut.
    std::string field_of(const ListingColumn& column, const ListedFinding& row) const {
        std::string text = column.text(row);
        if (column.is_detail || !column.decision_field.empty()) return text;
        return fitting_in_cell(std::move(text), column.width,
            in("……（其余见“各数及出处”和“判定”）", "… (the rest: see “figures and places” and “verdicts”)"));
    }

    /// A sheet for each year where there are several, else for each organ, in order. One number goes on over them all:
    /// on paper none is missing.
    void findings() {
        std::set<std::string> years;
        for (const CheckedFiling& one : report_.filings) years.insert(year_of(one.filing));
        std::map<std::string, std::vector<std::vector<std::string>>> sheets;
        for (const CheckedFiling& checked : report_.filings)
            for_each_listed(checked, language_, [&](const ListedFinding& row) {
                auto& rows = sheets[years.size() > 1 ? row.filing_words.year : row.filing_words.organ];
                rows.emplace_back();
                for (const ListingColumn& column : listing_columns()) rows.back().push_back(field_of(column, row));
            });
        if (sheets.empty()) sheets[""];
        constexpr int fixed = 4;  // up to what does not agree
        int number = 0;
        for (auto& [name, rows] : sheets) {
            book_.add_sheet(in("问题清单", "findings") + (name.empty() ? "" : " " + name), columns_of_list(), fixed);
            for (auto& row : rows) {
                row.front() = std::to_string(++number);
                book_.add_row(row);
            }
        }
    }

    void verdicts() {
        book_.add_sheet(in("判定", "verdicts"),
            {organ(14), year(5), text("规则", "rule", 16), text("问题类别", "kind", 15), text("位置", "place", 16),
                text("判定", "verdict", 8), text("理由", "why", 32), file(20)});
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
        std::vector<SheetColumn> columns = {organ(10), year(4),
            text(listing_titles::rule.zh, listing_titles::rule.en, 14),
            text(listing_titles::was_found.zh, listing_titles::was_found.en, 30),
            text(listing_titles::verdict_now.zh, listing_titles::verdict_now.en, 7)};
        for (std::size_t i = 0; i < decision_fields.size(); ++i) columns.push_back(typed(i));
        columns.push_back(detail(listing_titles::fingerprint.zh, listing_titles::fingerprint.en, 18));
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
                    decision.rule, decision.finding, one.now ? outcome_word(*one.now, language_) : ""};
                row.insert(row.end(), decision.fields.begin(), decision.fields.end());
                row.push_back(decision.fingerprint);
                book_.add_row(row);
            }
        }
    }

    /// Files that say nothing because they could not be read: no list is whole without them.
    void unread() {
        if (report_.diagnostics.empty()) return;
        book_.add_sheet(in("未读成与提醒", "not read, and remarks"),
            {file(28), text("程度", "severity", 6), text("代码", "code", 17), text("说明", "message", 42),
                text("怎么办", "what to do", 36)});
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
    "a workbook: findings, verdicts, and a sheet that sums up", {begin_whole_run<check_xlsx>}, {}};

}  // namespace gouji
