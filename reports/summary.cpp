// SPDX-License-Identifier: Apache-2.0
// What a run comes to, in a few lines.
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace gouji {
namespace {

Words number(std::size_t count) { return same(std::to_string(count)); }

}  // namespace

void Tally::add(const CheckedFiling& checked) {
    ++filings;
    for (const Finding& one : checked.judgement.findings)
        ++findings[static_cast<std::size_t>(checked.judgement.verdicts[one.told].severity)];
    const auto own = checked.judgement.summary();
    for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i] += static_cast<std::size_t>(own[i]);
    unverified += is_unverified(own) ? std::size_t{1} : std::size_t{0};
    for (const Verdict& one : checked.judgement.verdicts) {
        if (one.outcome != Outcome::undecided) continue;
        Undecided& rule = undecided.try_emplace(one.rule->id, Undecided{one.rule, one.why, 0}).first->second;
        if (rule.why != one.why) rule.why = {};
        ++rule.count;
    }
}

std::string render_summary(const Ending& ending, Language language) {
    const auto& [tally, diagnostics] = ending;
    const auto& found = tally.findings;
    const auto unread = static_cast<std::size_t>(std::count_if(
        diagnostics.begin(), diagnostics.end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
    std::string out =
        fill("共 {filings} 份报告：{errors} 个错误，{warnings} 个警告，{notes} 个提示；{unread} 个文件没有读成。\n",
            "{filings} reports: {errors} errors, {warnings} warnings, {notes} notes; {unread} files were not read.\n",
            {{"filings", number(tally.filings)}, {"errors", number(found[2])}, {"warnings", number(found[1])},
                {"notes", number(found[0])}, {"unread", number(unread)}},
            language);
    if (const auto undecided = tally.outcomes[static_cast<std::size_t>(Outcome::undecided)]; undecided > 0) {
        constexpr std::size_t most = 4;
        out += fill("{count} 项不能判定：\n", "{count} checks could not be decided:\n", {{"count", number(undecided)}},
            language);
        // The most frequent first.
        std::vector<Tally::Undecided> rules;
        for (const auto& [id, rule] : tally.undecided) rules.push_back(rule);
        std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
        for (std::size_t i = 0; i < std::min(most, rules.size()); ++i) {
            const std::string& why = rules[i].why.in(language);
            out += "  " + std::to_string(rules[i].count) + "  " + rules[i].rule->title.in(language)
                + (why.empty() ? "" : Label{"：", ": "}.in(language) + why) + "\n";
        }
        if (rules.size() > most) out += "  …\n";
    }
    if (tally.unverified > 0)
        out += fill("{count} 份报告没有一项得到核实，不能视为没有问题。\n",
            "{count} reports were not verified at all: they must not be taken for clean.\n",
            {{"count", number(tally.unverified)}}, language);
    return out;
}

std::string render_what_was_read(const CheckedFiling& checked, Language language) {
    const Filing& filing = checked.filing;
    std::string tables;
    for (const Table& one : filing.tables)
        tables += (tables.empty() ? "" : Label{"、", ", "}.in(language))
            + (one.name.empty() ? Label{"自有表格", "a table of its own"}.in(language)
                                : one.name + " (" + one.form->id + ")");
    if (tables.empty()) tables = Label{"没有表格", "no table"}.in(language);
    return filing.file + ": " + tell_organ(filing, language) + " · " + tell_year(filing, language) + " · " + tables
        + " · "
        + fill("正文 {mentions} 处", "{mentions} mentions", {{"mentions", number(filing.mentions.size())}}, language)
        + (checked.judgement.verdicts.empty() ? "" : " · " + tell_counts(checked.judgement.summary(), language)) + "\n";
}

}  // namespace gouji
