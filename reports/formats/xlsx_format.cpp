// SPDX-License-Identifier: Apache-2.0
// A workbook: a sheet that sums up, 问题清单 by year (or by organ, where there is one year), all verdicts that say
// something, and decisions whose findings are gone.
#include "engine/rules/keys.hpp"
#include "reports/finding/private_listing.hpp"
#include "reports/writers/private_cell_lines.hpp"
#include "reports/writers/private_waiting_rows.hpp"
#include "reports/writers/private_workbook.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {
namespace {

std::string year_of(const Filing& filing) { return filing.year ? std::to_string(*filing.year) : ""; }

/// What is made of a filing: its rows on each sheet.
struct WorkbookRows {
    std::string year;  ///< empty where it is unknown
    DescribedFiling filing;
    TextRow summary;
    std::vector<TextRow> findings;  ///< without their numbers
    std::vector<TextRow> verdicts;
    std::vector<TextRow> settled;
};

class RowMaker {
public:
    RowMaker(const CheckedFiling& checked, const ReportOptions& options)
        : checked_(checked), all_(options.all), language_(options.language) {}

    WorkbookRows make() {
        made_.year = year_of(checked_.filing);
        made_.filing = describe_filing(checked_, language_);
        sum_up();
        for_each_listed(checked_, language_, [&](const ListedFinding& row) {
            auto& fields = made_.findings.emplace_back();
            for (const ListingColumn& column : listing_columns()) fields.push_back(field_of(column, row));
        });
        verdicts();
        settled();
        return std::move(made_);
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    void sum_up() {
        const auto found = findings_by_severity(checked_.judgement);
        made_.summary = {made_.filing.organ, made_.year, made_.filing.files, std::to_string(found[2]),
            std::to_string(found[1]), std::to_string(found[0])};
        for (const int count : made_.filing.outcomes) made_.summary.push_back(std::to_string(count));
        made_.summary.push_back(made_.filing.unverified_words);
    }

    /// What is too long for a page is whole in other columns and sheets. What people typed is never cut.
    std::string field_of(const ListingColumn& column, const ListedFinding& row) const {
        std::string text = column.text(row);
        if (column.is_detail || !column.decision_field.empty()) return text;
        return fitting_in_cell(std::move(text), column.width,
            in("……（其余见“各数及出处”和“判定”）", "… (the rest: see “figures and places” and “verdicts”)"));
    }

    void verdicts() {
        const std::string organ_name = organ_words(checked_.filing, language_);
        for (const Verdict& one : checked_.judgement.verdicts) {
            if (!all_ && (one.outcome == Outcome::pass || one.outcome == Outcome::not_applicable)) continue;
            made_.verdicts.push_back({organ_name, made_.year, one.rule->id, one.rule->title.in(language_),
                place_words(one.at, language_), outcome_word(one.outcome, language_),
                one.outcome == Outcome::fail ? one.message.in(language_) : one.why.in(language_),
                checked_.filing.file});
        }
    }

    void settled() {
        for (const Settled& one : checked_.judgement.settled) {
            const Decision& decision = one.decision;
            TextRow row = {decision.organ, decision.year ? std::to_string(*decision.year) : "", decision.rule,
                decision.finding, one.now ? outcome_word(*one.now, language_) : ""};
            row.insert(row.end(), decision.fields.begin(), decision.fields.end());
            row.push_back(decision.fingerprint);
            made_.settled.push_back(std::move(row));
        }
    }

    const CheckedFiling& checked_;
    bool all_;
    Language language_;
    WorkbookRows made_;
};

/// The columns of each sheet.
class SheetColumns {
public:
    explicit SheetColumns(Language language) : language_(language) {}

    std::vector<SheetColumn> of_summary() const {
        std::vector<SheetColumn> columns = {organ(16), year(5), file(20)};
        for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
            columns.push_back(number(severity_word(severity, language_), 6));
        for (std::size_t i = 0; i < outcome_names.size(); ++i)
            columns.push_back(number(outcome_word(static_cast<Outcome>(i), language_), 7));
        columns.push_back(text("说明", "remark", 15));
        return columns;
    }

    std::vector<SheetColumn> of_verdicts() const {
        return {organ(14), year(5), text("规则", "rule", 16), text("问题类别", "kind", 15), text("位置", "place", 16),
            text("判定", "verdict", 8), text("理由", "why", 32), file(20)};
    }

    std::vector<SheetColumn> of_unread() const {
        return {file(28), text("程度", "severity", 6), text("代码", "code", 17), text("说明", "message", 42),
            text("怎么办", "what to do", 36)};
    }

    std::vector<SheetColumn> of_list() const {
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

    std::vector<SheetColumn> of_settled() const {
        std::vector<SheetColumn> columns = {organ(10), year(4),
            text(listing_titles::rule.zh, listing_titles::rule.en, 14),
            text(listing_titles::was_found.zh, listing_titles::was_found.en, 30),
            text(listing_titles::verdict_now.zh, listing_titles::verdict_now.en, 7)};
        for (std::size_t i = 0; i < decision_fields.size(); ++i) columns.push_back(typed(i));
        columns.push_back(detail(listing_titles::fingerprint.zh, listing_titles::fingerprint.en, 18));
        return columns;
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

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

    /// A column that people fill in.
    SheetColumn typed(std::size_t field) const {
        const DecisionField& known = decision_fields[field];
        SheetColumn made{Wording{known.name, known.en}.in(language_), decision_widths[field]};
        for (const auto& word : words_of("decision", known.name)) made.words.emplace_back(word.word);
        made.use = ColumnUse::typed;
        return made;
    }

    Language language_;
};

/// The sheets are written at the end: which there are depends on all filings. Their rows wait.
class XlsxWriter : public RunWriterOf<WorkbookRows> {
public:
    XlsxWriter(const ReportOptions& options, ResultOutlet& outlet)
        : options_(options),
          language_(options.language),
          outlet_(outlet),
          summary_(outlet),
          findings_(outlet),
          verdicts_(outlet),
          settled_(outlet) {}

    bool finish(const FinishedRun& run) override {
        constexpr std::uint64_t large = std::uint64_t{1} << 30;
        const bool is_large = summary_.end() + findings_.end() + verdicts_.end() > large;
        Workbook book(in("&C第 &P 页，共 &N 页", "&CPage &P of &N"), is_large);
        const SheetColumns columns(language_);
        book.add_sheet(in("汇总", "summary"), columns.of_summary());
        add_rows(book, summary_);
        add_findings(book, columns);
        book.add_sheet(in("判定", "verdicts"), columns.of_verdicts());
        add_rows(book, verdicts_);
        // Decisions on findings that are gone; no sheet where there is none.
        if (settled_.count() > 0) book.add_sheet(in("不再发现", "found no more"), columns.of_settled());
        add_rows(book, settled_);
        add_unread(book, columns, run.diagnostics);
        return book.finish(outlet_);
    }

private:
    [[nodiscard]] WorkbookRows part_of(const CheckedFiling& checked) const override {
        return RowMaker(checked, options_).make();
    }

    bool put(WorkbookRows&& rows) override {
        years_.insert(rows.year);
        if (!rows.findings.empty()) {
            const std::uint64_t begin = findings_.end();
            if (!add_all(findings_, rows.findings)) return false;
            listed_.push_back({&*names_.insert(rows.filing.year).first, &*names_.insert(rows.filing.organ).first, begin,
                findings_.end()});
        }
        return summary_.add(rows.summary) && add_all(verdicts_, rows.verdicts) && add_all(settled_, rows.settled);
    }

    static bool add_all(WaitingRows& to, const std::vector<TextRow>& rows) {
        return std::all_of(rows.begin(), rows.end(), [&](const TextRow& row) { return to.add(row); });
    }

    static void add_rows(Workbook& book, WaitingRows& rows) {
        rows.read([&](TextRow&& row) {
            book.add_row(row);
            return true;
        });
    }

    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    /// The findings of a filing among all that wait. Small: there may be a hundred thousand.
    struct ListedFiling {
        const std::string* year;
        const std::string* organ;
        std::uint64_t begin;
        std::uint64_t end;
    };

    /// A sheet for each year where there are several, else for each organ, in order. One number goes on over them all:
    /// on paper none is missing.
    void add_findings(Workbook& book, const SheetColumns& columns) {
        const auto name_of_sheet = [&](const ListedFiling& one) -> const std::string& {
            return years_.size() > 1 ? *one.year : *one.organ;
        };
        std::stable_sort(listed_.begin(), listed_.end(),
            [&](const ListedFiling& a, const ListedFiling& b) { return name_of_sheet(a) < name_of_sheet(b); });
        constexpr int fixed = 4;  // up to what does not agree
        const auto add_sheet = [&](const std::string& name) {
            book.add_sheet(in("问题清单", "findings") + (name.empty() ? "" : " " + name), columns.of_list(), fixed);
        };
        if (listed_.empty()) add_sheet("");
        int number = 0;
        const std::string* sheet = nullptr;
        for (const ListedFiling& one : listed_) {
            const std::string& name = name_of_sheet(one);
            if (!sheet || *sheet != name) add_sheet(name);
            sheet = &name;
            findings_.read(one.begin, one.end, [&](TextRow&& row) {
                row.front() = std::to_string(++number);
                book.add_row(row);
                return true;
            });
        }
    }

    /// Files that say nothing because they could not be read: no list is whole without them.
    void add_unread(Workbook& book, const SheetColumns& columns, const std::vector<Diagnostic>& diagnostics) const {
        if (diagnostics.empty()) return;
        book.add_sheet(in("未读成与提醒", "not read, and remarks"), columns.of_unread());
        for (const Diagnostic& one : diagnostics)
            book.add_row({one.file, severity_word(one.severity, language_), one.code, one.message.in(language_),
                one.help.in(language_)});
    }

    const ReportOptions& options_;
    Language language_;
    ResultOutlet& outlet_;
    WaitingRows summary_;
    WaitingRows findings_;
    WaitingRows verdicts_;
    WaitingRows settled_;
    std::set<std::string> years_;
    std::set<std::string> names_;  ///< of organs and years, each once
    std::vector<ListedFiling> listed_;
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<XlsxWriter>(options, outlet);
}

}  // namespace

extern const ReportFormat xlsx_format = {"xlsx", "问题清单、判定与汇总的 Excel 工作簿",
    "a workbook: findings, verdicts, and a sheet that sums up", {.begin = begin}, {}};

}  // namespace gouji
