// SPDX-License-Identifier: Apache-2.0
#include "reports/trends/trends_html.hpp"

#include "reports/finding/private_wording.hpp"
#include "reports/trends/private_line_chart.hpp"
#include "reports/trends/private_trend_words.hpp"
#include "reports/writers/private_html_writer.hpp"

#include "trends.css.inc"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

class TrendsPage {
public:
    TrendsPage(const TrendsReport& report, Language language) : report_(report), language_(language) {}

    std::string write() {
        const std::string title = in("历年变化", "Trends over the years");
        html_.begin_page(language_ == Language::zh ? "zh-CN" : "en", title, trends_css, nullptr);
        html_.element("a", {{"class", "skip"}, {"href", "#main"}}, in("跳到正文", "skip to the content"));
        html_.element("header", [&] {
            html_.element("h1", title);
            html_.element("p", scope_sentence(report_.scope, language_));
            soft(left_out_sentence(report_.scope, language_));
            contents();
        });
        html_.element("main", {{"id", "main"}}, [&] {
            if (report_.parts.figures) part("figures", figures_heading(language_), [&] { figures(); });
            if (report_.parts.findings) {
                part("repeated", repeated_heading(language_), [&] { repeated(); });
                part("rules", rules_heading(language_), [&] { rules(); });
            }
            if (report_.parts.gaps) part("gaps", gaps_heading(language_), [&] { gaps(); });
            if (report_.parts.gaps && report_.has_list) part("absent", absent_heading(language_), [&] { absent(); });
        });
        html_.end_page(nullptr);
        return html_.finish();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

    void soft(const std::string& text) {
        if (!text.empty()) html_.element("p", {{"class", "soft"}}, text);
    }

    void contents() {
        html_.element("nav", {{"aria-label", in("目录", "contents")}}, [&] {
            html_.element("ul", [&] {
                if (report_.parts.figures) link("figures", figures_heading(language_));
                if (report_.parts.findings) {
                    link("repeated", repeated_heading(language_));
                    link("rules", rules_heading(language_));
                }
                if (report_.parts.gaps) link("gaps", gaps_heading(language_));
                if (report_.parts.gaps && report_.has_list) link("absent", absent_heading(language_));
            });
        });
    }
    void link(const std::string& id, const std::string& heading) {
        html_.element("li", [&] { html_.element("a", {{"href", "#" + id}}, heading); });
    }

    template <class Write>
    void part(const std::string& id, const std::string& heading, const Write& write) {
        html_.element("section", {{"id", id}, {"aria-labelledby", id + "-title"}}, [&] {
            html_.element("h2", {{"id", id + "-title"}}, heading);
            write();
        });
    }

    /// A first column, and one for each year.
    std::vector<HtmlWriter::TableHead> year_columns(std::string first) const {
        std::vector<HtmlWriter::TableHead> columns = {{std::move(first)}};
        for (const int year : report_.scope.years) columns.push_back({std::to_string(year), "figure"});
        return columns;
    }

    void figures() {
        if (report_.figures.empty()) return soft(none_sentence(language_));
        if (report_.scope.organs > 1)
            soft(
                in("图中是各机关之和；空心点的年份，有数的机关比别的年份少，不能直接相比。表中变动最大的机关列在前面。",
                    "Charts show the sum of all organs. In years with a hollow dot fewer organs have a number than in "
                    "others, "
                    "so that they do not compare. In tables the organs with the largest change come first."));
        soft(value_key(language_));
        html_.element("div", {{"class", "cards"}}, [&] {
            for (const FigureSeries& one : report_.figures) figure(one);
        });
    }

    void figure(const FigureSeries& figure) {
        html_.element("div", {{"class", "card"}}, [&] {
            html_.element("h3", title_of(figure));
            soft(caption_of(figure));
            if (!figure.no_sums && has_any_number(figure)) draw_chart(html_, sums_of(figure), figure.name.to_string());
            organs(figure);
            soft(more_sentence(figure.organs.left_out(), "figures", language_));
        });
    }

    std::string title_of(const FigureSeries& figure) const {
        return figure.name.table + " · " + figure.name.row + " · " + figure.name.column
            + (figure.unit.empty() ? "" : in_brackets(figure.unit, language_));
    }

    /// Of one organ, or what is special.
    std::string caption_of(const FigureSeries& figure) const {
        if (figure.organs.count == 1) return figure.organs.entries.front().organ;
        if (figure.no_sums) return in("各机关的计量单位不同，没有总数。", "The units differ, so there is no sum.");
        return {};
    }

    static bool has_any_number(const FigureSeries& figure) {
        return std::any_of(figure.sums.begin(), figure.sums.end(), [](const auto& sum) { return sum.has_value(); });
    }

    std::vector<ChartPoint> sums_of(const FigureSeries& figure) const {
        const std::int64_t most = *std::max_element(figure.counts.begin(), figure.counts.end());
        std::vector<ChartPoint> points;
        for (std::size_t i = 0; i < figure.sums.size(); ++i) {
            const std::string count =
                fill("{n} 个机关", "{n} {n|organ|organs}", {{"n", same(std::to_string(figure.counts[i]))}}, language_);
            points.push_back({report_.scope.years[i], figure.sums[i], figure.organs.count > 1 ? count : "",
                figure.counts[i] < most});
        }
        return points;
    }

    void organs(const FigureSeries& figure) {
        const bool several = figure.organs.count > 1;
        html_.scrolling_table(title_of(figure), [&] {
            auto columns = year_columns(in("机关", "organ"));
            if (several) columns.push_back({in("走势", "trend"), "trend"});
            html_.head_row(columns);
            html_.element("tbody", [&] {
                for (const OrganSeries& organ : figure.organs.entries) organ_row(organ, figure, several);
            });
        });
    }

    void organ_row(const OrganSeries& organ, const FigureSeries& figure, bool with_line) {
        html_.element("tr", [&] {
            const bool other_unit = !organ.unit.empty() && organ.unit != figure.unit;
            html_.element(
                "th", {{"scope", "row"}}, organ.organ + (other_unit ? in_brackets(organ.unit, language_) : ""));
            std::vector<ChartPoint> points;
            for (std::size_t i = 0; i < organ.years.size(); ++i) {
                const YearValue& value = organ.years[i];
                const bool number = value.state == YearValue::State::number;
                html_.element("td", {{"class", class_of(value)}}, value_word(value, language_));
                points.push_back({report_.scope.years[i], number ? std::optional(value.value) : std::nullopt});
            }
            if (with_line) html_.element("td", {{"class", "trend"}}, [&] { draw_sparkline(html_, points); });
        });
    }

    static std::string class_of(const YearValue& value) {
        switch (value.state) {
            case YearValue::State::number: return "figure";
            case YearValue::State::open:
            case YearValue::State::differs: return "doubt";
            default: return "absent";
        }
    }

    void rule_cell(const std::string& id) {
        html_.element("td", [&] {
            const auto title = report_.titles.find(id);
            if (title != report_.titles.end()) html_.text(title->second.in(language_) + " ");
            html_.element("code", id);
        });
    }

    void repeated() {
        if (report_.repeated.count == 0) return soft(none_sentence(language_));
        soft(in(
            "同一机关在两年以上有同一条规则的问题。", "Findings of one rule in the same organ in two or more years."));
        html_.scrolling_table(repeated_heading(language_), [&] {
            html_.head_row({{in("机关", "organ")}, {in("规则", "rule")}, {in("年份", "years")},
                {in("问题数", "findings"), "figure"}});
            html_.element("tbody", [&] {
                for (const RepeatedFinding& one : report_.repeated.entries) {
                    html_.element("tr", [&] {
                        html_.element("th", {{"scope", "row"}}, one.organ);
                        rule_cell(one.rule);
                        html_.element("td", {{"class", "years"}}, year_list(one.years, language_));
                        html_.element("td", {{"class", "figure"}}, std::to_string(one.findings));
                    });
                }
            });
        });
        soft(more_sentence(report_.repeated.left_out(), "findings", language_));
    }

    void rules() {
        if (report_.rules.count == 0) return soft(none_sentence(language_));
        soft(in("问题数，括号内是有问题的报告份数。", "Findings, and in brackets the reports that have them."));
        html_.scrolling_table(rules_heading(language_), [&] {
            auto columns = year_columns(in("规则", "rule"));
            columns.push_back({in("合计", "all"), "figure"});
            html_.head_row(columns);
            html_.element("tbody", [&] {
                for (const RuleRow& row : rule_rows(report_)) rule_row(row);
            });
        });
        soft(more_sentence(report_.rules.left_out(), "findings", language_));
    }

    void rule_row(const RuleRow& row) {
        html_.element("tr", [&] {
            rule_cell(row.rule);
            for (const RuleYear* one : row.years) {
                const std::string text =
                    one ? std::to_string(one->findings) + in_brackets(std::to_string(one->reports), language_) : "–";
                html_.element("td", {{"class", one ? "figure" : "absent"}}, text);
            }
            html_.element("td", {{"class", "figure"}}, std::to_string(row.findings));
        });
    }

    void gaps() {
        if (report_.gaps.count == 0) return soft(none_sentence(language_));
        soft(in("首尾两年之间没有报告的年份。", "Years between the first and the last report without one."));
        html_.scrolling_table(gaps_heading(language_), [&] {
            html_.head_row(
                {{in("机关", "organ")}, {in("缺少的年份", "missing years")}, {in("报告", "kind of report")}});
            html_.element("tbody", [&] {
                for (const ReportGap& one : report_.gaps.entries) {
                    html_.element("tr", [&] {
                        html_.element("th", {{"scope", "row"}}, one.organ);
                        html_.element("td", {{"class", "years"}}, year_range(one.first, one.last));
                        html_.element("td", [&] { html_.element("code", one.family); });
                    });
                }
            });
        });
        soft(more_sentence(report_.gaps.left_out(), "gaps", language_));
    }

    void absent() {
        if (report_.absent.count == 0) return soft(none_sentence(language_));
        html_.list("ul", "names", report_.absent.entries);
        soft(more_sentence(report_.absent.left_out(), "gaps", language_));
    }

    const TrendsReport& report_;
    Language language_;
    HtmlWriter html_;
};

}  // namespace

std::string render_trends_html(const TrendsReport& report, Language language) {
    return TrendsPage(report, language).write();
}

}  // namespace gouji
