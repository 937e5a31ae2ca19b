// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_overview.hpp"

#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gouji {

namespace {

/// The cells of a line: what it says of the report, then four cells for each rule.
enum LineCell : std::size_t { id_cell, organ_cell, year_cell, files_cell, count_cell, rules_cell };
enum RuleCell : std::size_t { rule_cell, findings_cell, first_cell, severity_cell, word_cell, cells_of_rule };

/// Findings of one rule in one filing.
struct FoundOfRule {
    std::size_t count = 0;
    std::size_t first = 0;  ///< the number of the first one
    Severity severity = Severity::note;
};

}  // namespace

std::string PageOverview::in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

OverviewLine describe_line(const CheckedFiling& checked, const DescribedFiling& described, Language language) {
    const Judgement& judgement = checked.judgement;
    if (judgement.findings.empty())
        return {described.heading + " · " + described.files + " · " + described.counts, described.unverified, {}};
    std::map<std::string_view, FoundOfRule> rules;
    for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
        const Verdict& verdict = verdict_of(judgement, judgement.findings[i]);
        FoundOfRule& found = rules.try_emplace(verdict.rule->id, FoundOfRule{0, i + 1, verdict.severity}).first->second;
        ++found.count;
        found.severity = std::max(found.severity, verdict.severity);
    }
    OverviewLine line;
    line.cells = {"", described.organ, described.year, described.files, std::to_string(judgement.findings.size())};
    for (const auto& [rule, found] : rules) {
        line.cells.insert(line.cells.end(),
            {std::string(rule), std::to_string(found.count), std::to_string(found.first),
                std::string(name_of(found.severity)), severity_word(found.severity, language)});
    }
    return line;
}

bool PageOverview::add(OverviewLine&& line, std::size_t number) {
    if (line.cells.empty()) return (line.unverified ? unverified_ : clean_).add({std::move(line.report)});
    line.cells[id_cell] = "f" + std::to_string(number);
    return lines_.add(line.cells);
}

void PageOverview::write_shares(HtmlWriter& html, const Tally& tally) const {
    const auto number = [](std::uint64_t count) { return std::to_string(count); };
    html.element("p", {{"class", "shares"}}, [&] {
        const auto link = [&](const char* to, const char* kind, const std::string& text) {
            html.element("a", {{"href", to}, {*kind ? "class" : "", kind}}, text);
        };
        if (tally.filings > 1 && clean_.count() > 0)
            link("#clean", "",
                fill("没有发现问题 {count} 份", "nothing found: {count}", {{"count", same(number(clean_.count()))}},
                    language_));
        if (unverified_.count() > 0) link("#unverified", "unverified", unverified_sentence(tally, language_));
        const auto undecided = tally.outcomes[static_cast<std::size_t>(Outcome::undecided)];
        if (undecided > 0)
            link("#open", "",
                fill("不能判定 {count} 项", "could not be decided: {count}", {{"count", same(number(undecided))}},
                    language_));
    });
}

void PageOverview::write_table(HtmlWriter& html, const Tally& tally) {
    if (lines_.count() < 2) return;
    const std::vector<Tally::FailedRule> rules = failed_rules(tally);
    const std::string title = in("总览：各报告各项规则的问题数", "Overview: findings of each report by rule");
    html.element("section", {{"class", "overview"}, {"aria-label", in("总览", "overview")}}, [&] {
        html.scrolling_box(title, [&] {
            html.element("table", [&] {
                html.element("caption", title);
                write_head(html, tally, rules);
                html.element("tbody", [&] {
                    lines_.read([&](TextRow&& cells) {
                        write_line(html, cells, rules);
                        return outlet_.write(html.part());
                    });
                });
            });
        });
    });
}

void PageOverview::write_head(HtmlWriter& html, const Tally& tally, const std::vector<Tally::FailedRule>& rules) const {
    const auto total = tally.findings[0] + tally.findings[1] + tally.findings[2];
    html.element("thead", [&] {
        html.element("tr", [&] {
            html.element("th", {{"scope", "col"}}, in("机关", "organ"));
            html.element("th", {{"scope", "col"}}, in("年度", "year"));
            html.element("th", {{"scope", "col"}, {"class", "number"}}, in("问题", "findings"));
            for (const Tally::FailedRule& one : rules)
                html.element("th",
                    {{"scope", "col"}, {"class", "rule number"}, {"data-rule", one.rule->id}, {"title", one.rule->id}},
                    [&] {
                        html.element("span", {{"class", "upright"}}, one.rule->title.in(language_));
                    });
        });
        html.element("tr", {{"class", "total"}}, [&] {
            html.element("th", {{"scope", "row"}, {"colspan", "2"}}, in("合计", "all"));
            html.element("td", std::to_string(total));
            for (const Tally::FailedRule& one : rules) html.element("td", std::to_string(one.findings.count));
        });
    });
}

void PageOverview::write_line(HtmlWriter& html, const TextRow& cells, const std::vector<Tally::FailedRule>& rules) {
    std::map<std::string_view, std::size_t> places;  // of the cells of each rule
    for (std::size_t at = rules_cell; at < cells.size(); at += cells_of_rule) places.emplace(cells[at + rule_cell], at);
    const std::string& id = cells[id_cell];
    html.element("tr", {{"data-report", id}}, [&] {
        html.element("th", {{"scope", "row"}, {"title", cells[files_cell]}}, [&] {
            html.element("a", {{"href", "#" + id}}, cells[organ_cell]);
        });
        html.element("td", cells[year_cell]);
        html.element("td", cells[count_cell]);
        for (const Tally::FailedRule& rule : rules) {
            const auto found = places.find(rule.rule->id);
            if (found == places.end()) {
                html.element("td", "");
                continue;
            }
            const std::size_t at = found->second;
            html.element("td", {{"class", cells[at + severity_cell]}}, [&] {
                html.element("a", {{"href", "#" + id + "-q" + cells[at + first_cell]}}, [&] {
                    html.text(cells[at + findings_cell]);
                    html.element("span", {{"class", "unseen"}}, " " + cells[at + word_cell]);
                });
            });
        }
    });
}

void PageOverview::write_reports(
    HtmlWriter& html, const std::string& id, const std::string& title, WaitingRows& reports) const {
    if (reports.count() == 0) return;
    html.element("details", {{"id", id}, {"class", "reports"}}, [&] {
        html.element("summary",
            title
                + in_brackets(
                    fill("{count} 份", "{count}", {{"count", same(std::to_string(reports.count()))}}, language_),
                    language_));
        html.element("ul", [&] {
            reports.read([&](TextRow&& report) {
                html.element("li", report.front());
                return outlet_.write(html.part());
            });
        });
    });
}

void PageOverview::write_folds(HtmlWriter& html, const Tally& tally) {
    write_reports(
        html, "unverified", in("没有一项得到核实的报告", "Reports in which nothing was verified"), unverified_);
    write_open(html, tally);
    write_reports(html, "clean", in("没有发现问题的报告", "Reports in which nothing was found"), clean_);
}

void PageOverview::write_open(HtmlWriter& html, const Tally& tally) const {
    constexpr std::size_t most_rules = 6;
    const auto fold = [&](const char* id, const std::string& title, Outcome outcome,
                          const std::map<std::string, Tally::OpenReason>& reasons) {
        if (reasons.empty()) return;
        html.element("details", {{"id", id}, {"class", "open"}}, [&] {
            const auto count = tally.outcomes[static_cast<std::size_t>(outcome)];
            html.element("summary",
                title
                    + in_brackets(
                        fill("{count} 项", "{count}", {{"count", same(std::to_string(count))}}, language_), language_));
            html.list("ul", "", describe_open_reasons(reasons, most_rules, language_));
        });
    };
    fold("open", in("不能判定：缺什么", "Undecided: what is missing"), Outcome::undecided, tally.undecided);
    fold("assumed", in("未能独立证明：靠什么成立", "Assumed: what it rests on"), Outcome::assumed, tally.assumed);
}

}  // namespace gouji
