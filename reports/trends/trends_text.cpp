// SPDX-License-Identifier: Apache-2.0
#include "reports/trends/trends_text.hpp"

#include "reports/excerpt.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/trends/private_trend_words.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

using TextRow = std::vector<std::string>;

/// The first column on the left, all others on the right of their room.
std::string aligned(const std::vector<TextRow>& rows) {
    std::vector<int> widths;
    for (const TextRow& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string out;
    for (const TextRow& row : rows) {
        std::string line = "  ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(static_cast<std::size_t>(widths[i] - width_of(row[i])), ' ');
            line += i == 0 ? row[i] + blanks : "  " + blanks + row[i];
        }
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return out;
}

class TrendsText {
public:
    TrendsText(const TrendsReport& report, Language language) : report_(report), language_(language) {}

    std::string write() {
        line(scope_sentence(report_.scope, language_));
        line(left_out_sentence(report_.scope, language_));
        if (report_.parts.figures) figures();
        if (report_.parts.findings) {
            repeated();
            rules();
        }
        if (report_.parts.gaps) gaps();
        return std::move(out_);
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    void line(const std::string& text) {
        if (!text.empty()) out_ += text + "\n";
    }
    void heading(const std::string& text) { out_ += "\n" + text + "\n"; }
    void more(std::int64_t left_out, std::string_view what) {
        if (left_out > 0) line("  " + more_sentence(left_out, what, language_));
    }
    void none_if(bool none) {
        if (none) line("  " + none_sentence(language_));
    }

    TextRow head(std::string first) const {
        TextRow row = {std::move(first)};
        for (const int year : report_.scope.years) row.push_back(std::to_string(year));
        return row;
    }

    void figures() {
        heading(figures_heading(language_));
        none_if(report_.figures.empty());
        for (const FigureSeries& one : report_.figures) {
            std::vector<TextRow> rows = {
                head(one.name.to_string() + (one.unit.empty() ? "" : in_brackets(one.unit, language_)))};
            for (const OrganSeries& organ : one.organs.entries) {
                TextRow& row = rows.emplace_back(TextRow{"  " + organ.organ});
                for (const YearValue& value : organ.years) row.push_back(value_word(value, language_));
            }
            if (one.organs.count > 1 && !one.no_sums) rows.push_back(sums(one));
            out_ += aligned(rows);
            more(one.organs.left_out(), "figures");
        }
        if (!report_.figures.empty()) line("  " + value_key(language_));
    }

    TextRow sums(const FigureSeries& figure) const {
        TextRow row = {in("  各机关之和", "  sum of all organs")};
        for (const auto& sum : figure.sums) row.push_back(sum ? sum->to_string() : "–");
        return row;
    }

    void repeated() {
        heading(repeated_heading(language_));
        none_if(report_.repeated.count == 0);
        for (const RepeatedFinding& one : report_.repeated.entries)
            line("  " + one.organ + "  " + year_list(one.years, language_) + "  "
                + rule_words(report_, one.rule, language_) + "  " + std::to_string(one.findings));
        more(report_.repeated.left_out(), "findings");
    }

    void rules() {
        heading(rules_heading(language_));
        none_if(report_.rules.count == 0);
        if (report_.rules.count == 0) return;
        std::vector<TextRow> rows = {head(in("问题数（报告数）", "findings (reports)"))};
        rows.front().push_back(in("合计", "all"));
        for (const RuleRow& rule : rule_rows(report_)) {
            TextRow& row = rows.emplace_back(TextRow{rule_words(report_, rule.rule, language_)});
            for (const RuleYear* one : rule.years)
                row.push_back(
                    one ? std::to_string(one->findings) + in_brackets(std::to_string(one->reports), language_) : "–");
            row.push_back(std::to_string(rule.findings));
        }
        out_ += aligned(rows);
        more(report_.rules.left_out(), "findings");
    }

    void gaps() {
        heading(gaps_heading(language_));
        none_if(report_.gaps.count == 0);
        for (const ReportGap& one : report_.gaps.entries)
            line("  " + one.organ + "  " + year_range(one.first, one.last)
                + (one.family.empty() ? "" : "  " + one.family));
        more(report_.gaps.left_out(), "gaps");
        if (!report_.has_list) return;
        heading(absent_heading(language_));
        none_if(report_.absent.count == 0);
        for (const std::string& one : report_.absent.entries) line("  " + one);
        more(report_.absent.left_out(), "gaps");
    }

    const TrendsReport& report_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string render_trends_text(const TrendsReport& report, Language language) {
    return TrendsText(report, language).write();
}

}  // namespace gouji
