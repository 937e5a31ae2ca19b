// SPDX-License-Identifier: Apache-2.0
#include "reports/summary.hpp"

#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>

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

/// The number of open checks, and the rules that have most of them.
void add_undecided(std::vector<std::string>& lines, const Tally& tally, Language language) {
    const auto undecided = tally.outcomes[static_cast<std::size_t>(Outcome::undecided)];
    if (undecided == 0) return;
    lines.push_back(fill("{count} 项不能判定：",
        "{count} could not be decided:", {{"count", counted(number(undecided), "check", "checks")}}, language));
    std::vector<Tally::UndecidedRule> rules;
    for (const auto& entry : tally.undecided) rules.push_back(entry.second);
    std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < std::min(most, rules.size()); ++i) {
        const std::string& why = rules[i].why.in(language);
        lines.push_back("  " + std::to_string(rules[i].count) + "  " + rules[i].rule->title.in(language)
            + (why.empty() ? "" : Wording{"：", ": "}.in(language) + why));
    }
    if (rules.size() > most) lines.emplace_back("  …");
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
    for (const Verdict& verdict : checked.judgement.verdicts) {
        if (verdict.outcome != Outcome::undecided) continue;
        UndecidedRule& rule =
            undecided.try_emplace(verdict.rule->id, UndecidedRule{verdict.rule, verdict.why, 0}).first->second;
        if (rule.why != verdict.why) rule.why = {};
        ++rule.count;
    }
}

RunSummary summarise(const FinishedRun& run, Language language) {
    RunSummary summary{headline_of(run, language), {}};
    add_undecided(summary.details, run.tally, language);
    if (const std::int64_t count = number(run.tally.unverified); count > 0)
        summary.details.push_back(fill("{count} 份报告没有一项得到核实，不能视为没有问题。", "{count}.",
            {{"count",
                counted(count, "report was not verified at all: it must not be taken for clean",
                    "reports were not verified at all: they must not be taken for clean")}},
            language));
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
