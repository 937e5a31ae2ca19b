// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_overview.hpp"

#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>

namespace gouji {

std::string PageOverview::in(std::string_view zh, std::string_view en) const { return Wording{zh, en}.in(language_); }

void PageOverview::add(const CheckedFiling& checked, const DescribedFiling& described, const std::string& id) {
    tally_.add(checked);
    const Judgement& judgement = checked.judgement;
    if (judgement.findings.empty()) {
        const std::string report = described.heading + " · " + described.files + " · " + described.counts;
        (described.unverified ? unverified_ : clean_).push_back(report);
        return;
    }
    Line line{id, described.organ, described.year, described.files, judgement.findings.size(), {}};
    for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
        const Verdict& verdict = verdict_of(judgement, judgement.findings[i]);
        Found& found = line.rules.try_emplace(verdict.rule->id, Found{0, i + 1, verdict.severity}).first->second;
        ++found.count;
        found.severity = std::max(found.severity, verdict.severity);
    }
    lines_.push_back(std::move(line));
}

void PageOverview::write_shares(HtmlWriter& html) const {
    const auto number = [](std::size_t count) { return std::to_string(count); };
    html.element("p", {{"class", "shares"}}, [&] {
        const auto link = [&](const char* to, const char* kind, const std::string& text) {
            html.element("a", {{"href", to}, {*kind ? "class" : "", kind}}, text);
        };
        if (tally_.filings > 1 && !clean_.empty())
            link("#clean", "",
                fill("没有发现问题 {count} 份", "nothing found: {count}", {{"count", same(number(clean_.size()))}},
                    language_));
        if (!unverified_.empty()) link("#unverified", "unverified", unverified_sentence(tally_, language_));
        const auto undecided = tally_.outcomes[static_cast<std::size_t>(Outcome::undecided)];
        if (undecided > 0)
            link("#open", "",
                fill("不能判定 {count} 项", "could not be decided: {count}", {{"count", same(number(undecided))}},
                    language_));
    });
}

void PageOverview::write_table(HtmlWriter& html) const {
    if (lines_.size() < 2) return;
    const std::vector<Tally::FailedRule> rules = failed_rules(tally_);
    const std::string title = in("总览：各报告各项规则的问题数", "Overview: findings of each report by rule");
    html.element("section", {{"class", "overview"}, {"aria-label", in("总览", "overview")}}, [&] {
        html.scrolling_box(title, [&] {
            html.element("table", [&] {
                html.element("caption", title);
                write_head(html, rules);
                html.element("tbody", [&] {
                    for (const Line& one : lines_) write_line(html, one, rules);
                });
            });
        });
    });
}

void PageOverview::write_head(HtmlWriter& html, const std::vector<Tally::FailedRule>& rules) const {
    const auto total = tally_.findings[0] + tally_.findings[1] + tally_.findings[2];
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

void PageOverview::write_line(HtmlWriter& html, const Line& line, const std::vector<Tally::FailedRule>& rules) const {
    html.element("tr", {{"data-report", line.id}}, [&] {
        html.element("th", {{"scope", "row"}, {"title", line.files}}, [&] {
            html.element("a", {{"href", "#" + line.id}}, line.organ);
        });
        html.element("td", line.year);
        html.element("td", std::to_string(line.count));
        for (const Tally::FailedRule& rule : rules) {
            const auto found = line.rules.find(rule.rule->id);
            if (found == line.rules.end()) {
                html.element("td", "");
                continue;
            }
            const Found& here = found->second;
            html.element("td", {{"class", std::string(name_of(here.severity))}}, [&] {
                html.element("a", {{"href", "#" + line.id + "-q" + std::to_string(here.first)}}, [&] {
                    html.text(std::to_string(here.count));
                    html.element("span", {{"class", "unseen"}}, " " + severity_word(here.severity, language_));
                });
            });
        }
    });
}

void PageOverview::write_reports(
    HtmlWriter& html, const std::string& id, const std::string& title, const std::vector<std::string>& reports) const {
    if (reports.empty()) return;
    html.element("details", {{"id", id}, {"class", "reports"}}, [&] {
        html.element("summary",
            title
                + in_brackets(
                    fill("{count} 份", "{count}", {{"count", same(std::to_string(reports.size()))}}, language_),
                    language_));
        html.list("ul", "", reports);
    });
}

void PageOverview::write_folds(HtmlWriter& html) const {
    write_reports(
        html, "unverified", in("没有一项得到核实的报告", "Reports in which nothing was verified"), unverified_);
    write_open(html);
    write_reports(html, "clean", in("没有发现问题的报告", "Reports in which nothing was found"), clean_);
}

void PageOverview::write_open(HtmlWriter& html) const {
    constexpr std::size_t most_rules = 6;
    const auto fold = [&](const char* id, const std::string& title, Outcome outcome,
                          const std::map<std::string, Tally::OpenReason>& reasons) {
        if (reasons.empty()) return;
        html.element("details", {{"id", id}, {"class", "open"}}, [&] {
            const auto count = tally_.outcomes[static_cast<std::size_t>(outcome)];
            html.element("summary",
                title
                    + in_brackets(
                        fill("{count} 项", "{count}", {{"count", same(std::to_string(count))}}, language_), language_));
            html.list("ul", "", describe_open_reasons(reasons, most_rules, language_));
        });
    };
    fold("open", in("不能判定：缺什么", "Undecided: what is missing"), Outcome::undecided, tally_.undecided);
    fold("assumed", in("未能独立证明：靠什么成立", "Assumed: what it rests on"), Outcome::assumed, tally_.assumed);
}

}  // namespace gouji
