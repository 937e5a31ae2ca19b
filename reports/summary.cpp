// SPDX-License-Identifier: Apache-2.0
#include "reports/summary.hpp"

#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_plain_names.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gouji {
namespace {

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

std::string headline_of(const FinishedRun& run, Language language) {
    const auto& found = run.tally.findings;
    const auto unread = std::count_if(run.diagnostics.begin(), run.diagnostics.end(),
        [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
    return fill("共 {filings} 份报告：{errors} 个错误，{warnings} 个警告，{notes} 个提示；{unread} 个文件没有读成。",
        "{filings}: {errors}, {warnings}, {notes}; {unread}.",
        {{"filings", counted(number(run.tally.filings), "report", "reports")},
            {"errors", counted(number(found[2]), "error", "errors")},
            {"warnings", counted(number(found[1]), "warning", "warnings")},
            {"notes", counted(number(found[0]), "note", "notes")},
            {"unread", counted(unread, "file was not read", "files were not read")}},
        language);
}

/// What came up in most filings first.
template <class Counted>
std::vector<Counted> by_filings(const std::map<std::string, Counted>& all, Tally::Spread Counted::*spread) {
    std::vector<Counted> sorted;
    for (const auto& entry : all) sorted.push_back(entry.second);
    const auto size = [&](const Counted& one) { return std::pair((one.*spread).filings, (one.*spread).count); };
    std::stable_sort(
        sorted.begin(), sorted.end(), [&](const Counted& a, const Counted& b) { return size(a) > size(b); });
    return sorted;
}

void add_failed(std::vector<std::string>& lines, const Tally& tally, Language language) {
    for (const Tally::FailedRule& one : failed_rules(tally)) {
        lines.push_back("  " + severity_word(one.severity, language) + "  "
            + fill("{count} 处，{filings} 份报告", "{count} in {filings}",
                {{"count", counted(number(one.findings.count), "finding", "findings")},
                    {"filings", counted(number(one.findings.filings), "report", "reports")}},
                language)
            + "  " + one.rule->id + "  " + one.rule->title.in(language));
    }
}

std::string describe_open_reason(const Tally::OpenReason& reason, std::size_t most_rules, Language language) {
    std::vector<std::string> titles;
    for (const auto& entry : reason.rules) {
        if (titles.size() < most_rules) titles.push_back(entry.second->title.in(language));
    }
    const bool more = reason.rules.size() > most_rules;
    return fill("{filings} 份报告 {count} 项：", "{filings}, {count}: ",
               {{"filings", counted(number(reason.checks.filings), "report", "reports")},
                   {"count", counted(number(reason.checks.count), "check", "checks")}},
               language)
        + plain_names(reason.why.in(language), {}, language)
        + in_brackets(as_list(titles, language) + (more ? "…" : ""), language);
}

/// What is missing, in how many reports, and what was not checked for it.
void add_undecided(std::vector<std::string>& lines, const Tally& tally, Language language) {
    const auto undecided = tally.outcomes[static_cast<std::size_t>(Outcome::undecided)];
    if (undecided == 0) return;
    lines.push_back(fill("{count} 项不能判定（--all 逐项列出）：", "{count} could not be decided (--all lists them):",
        {{"count", counted(number(undecided), "check", "checks")}}, language));
    constexpr std::size_t most = 6;
    constexpr std::size_t most_rules = 3;
    const std::vector<std::string> reasons = describe_open_reasons(tally.undecided, most_rules, language);
    for (std::size_t i = 0; i < std::min(most, reasons.size()); ++i) lines.push_back("  " + reasons[i]);
    if (reasons.size() > most) lines.emplace_back("  …");
}

void replace_all(std::string& text, const std::string& from, std::string_view to) {
    if (from.empty()) return;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// 没有一并给出某局 2022 年度的报告 says the same of every report: its own names are left out.
Words of_any_report(Words why, const Filing& filing) {
    replace_all(why.zh, filing.organ, "该机关");
    replace_all(why.en, filing.organ, "the organ");
    if (!filing.year) return why;
    for (const auto& [apart, zh, en] : {std::tuple{0, "本", "own"}, {-1, "上一", "previous"}}) {
        const std::string year = std::to_string(*filing.year + apart);
        replace_all(why.zh, " " + year + " 年", std::string(zh) + "年");
        replace_all(why.en, year, en);
    }
    return why;
}

}  // namespace

std::array<std::size_t, 3> findings_by_severity(const Judgement& judgement) {
    std::array<std::size_t, 3> counts{};
    for (const Finding& finding : judgement.findings)
        ++counts[static_cast<std::size_t>(verdict_of(judgement, finding).severity)];
    return counts;
}

void Tally::add(const CheckedFiling& checked) {
    ++filings;
    const auto found = findings_by_severity(checked.judgement);
    for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += found[i];
    const auto own = checked.judgement.summary();
    for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i] += static_cast<std::size_t>(own[i]);
    unverified += is_unverified(own) ? std::size_t{1} : std::size_t{0};
    worst.add(checked);
    for (const Finding& finding : checked.judgement.findings) {
        const Verdict& verdict = verdict_of(checked.judgement, finding);
        FailedRule& rule =
            failed.try_emplace(verdict.rule->id, FailedRule{verdict.rule, verdict.severity}).first->second;
        rule.severity = std::max(rule.severity, verdict.severity);
        rule.findings.add(filings);
    }
    for (const Verdict& verdict : checked.judgement.verdicts) {
        if (verdict.outcome != Outcome::undecided && verdict.outcome != Outcome::assumed) continue;
        const Words why = of_any_report(verdict.why, checked.filing);
        auto& reasons = verdict.outcome == Outcome::undecided ? undecided : assumed;
        OpenReason& reason = reasons.try_emplace(why.zh, OpenReason{why, {}}).first->second;
        reason.rules.try_emplace(verdict.rule->id, verdict.rule);
        reason.checks.add(filings);
    }
}

std::vector<std::string> opening_lines(const FinishedRun& run, Language language) {
    const WorstFilings& worst = run.tally.worst;
    if (run.tally.filings < 2) return {};
    std::vector<std::string> lines = {headline_of(run, language)};
    // What few reports say follows at once.
    constexpr std::size_t few = 3;
    if (worst.with_findings() <= few) return lines;
    const std::vector<std::string> listed = worst.worst_lines(language);
    lines.push_back(fill("{count} 份有问题，{clean} 份没有发现问题。问题最多的：",
        "{count} with findings, {clean} without. Those with most findings:",
        {{"count", number_words(number(worst.with_findings()))}, {"clean", number_words(number(worst.without()))}},
        language));
    for (const std::string& line : listed) lines.push_back("  " + line);
    return lines;
}

std::vector<std::string> rule_lines(const Tally& tally, Language language) {
    std::vector<std::string> lines;
    add_failed(lines, tally, language);
    return lines;
}

std::vector<Tally::FailedRule> failed_rules(const Tally& tally) {
    std::vector<Tally::FailedRule> rules = by_filings(tally.failed, &Tally::FailedRule::findings);
    std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.severity > b.severity; });
    return rules;
}

std::vector<std::string> describe_open_reasons(
    const std::map<std::string, Tally::OpenReason>& reasons, std::size_t most_rules, Language language) {
    std::vector<std::string> lines;
    for (const Tally::OpenReason& one : by_filings(reasons, &Tally::OpenReason::checks))
        lines.push_back(describe_open_reason(one, most_rules, language));
    return lines;
}

std::string unverified_sentence(const Tally& tally, Language language) {
    if (tally.unverified == 0) return {};
    return fill("{count} 份报告没有一项得到核实，不能视为没有问题。", "{count}.",
        {{"count",
            counted(number(tally.unverified), "report was not verified at all: it must not be taken for clean",
                "reports were not verified at all: they must not be taken for clean")}},
        language);
}

RunSummary summarise(const FinishedRun& run, Language language) {
    RunSummary summary{headline_of(run, language), {}};
    if (run.tally.filings > 1) add_failed(summary.details, run.tally, language);
    add_undecided(summary.details, run.tally, language);
    if (std::string sentence = unverified_sentence(run.tally, language); !sentence.empty())
        summary.details.push_back(std::move(sentence));
    return summary;
}

std::string render_summary(const FinishedRun& run, Language language) {
    const RunSummary summary = summarise(run, language);
    std::string out = summary.headline + "\n";
    for (const std::string& line : summary.details) out += line + "\n";
    return out;
}

std::string render_what_was_read(const CheckedFiling& checked, Language language) {
    const Filing& filing = checked.filing;
    std::vector<std::string> tables;
    for (const Table& table : filing.tables) tables.push_back(table_words(table, language));
    return filing.file + ": " + heading_of(filing, language) + " · "
        + (tables.empty() ? Wording{"没有表格", "no table"}.in(language) : as_list(tables, language)) + " · "
        + fill("正文 {mentions} 处", "{mentions}",
            {{"mentions", counted(number(filing.mentions.size()), "mention", "mentions")}}, language)
        + (checked.judgement.verdicts.empty() ? "" : " · " + outcome_counts(checked.judgement.summary(), language))
        + "\n";
}

}  // namespace gouji
