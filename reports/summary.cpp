// SPDX-License-Identifier: Apache-2.0
// What a run comes to, in a few lines.
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

Words number(std::size_t count) { return same(std::to_string(count)); }

struct Undecided {
    std::string title;
    std::string why;  ///< empty where the reasons differ
    std::size_t count = 0;
};

/// Rules that were left undecided, the most frequent first.
std::vector<Undecided> undecided_rules(const Report& report, Language language) {
    std::map<std::string, Undecided> rules;
    for (const CheckedFiling& checked : report.filings) {
        for (const Verdict& one : checked.judgement.verdicts) {
            if (one.outcome != Outcome::undecided) continue;
            Undecided& rule = rules.try_emplace(one.rule->id, Undecided{one.rule->title.in(language), one.why.in(language), 0}).first->second;
            if (rule.why != one.why.in(language)) rule.why.clear();
            ++rule.count;
        }
    }
    std::vector<Undecided> all;
    for (auto& [id, rule] : rules) all.push_back(std::move(rule));
    std::stable_sort(all.begin(), all.end(), [](const Undecided& a, const Undecided& b) { return a.count > b.count; });
    return all;
}

}  // namespace

std::string render_summary(const Report& report, Language language) {
    std::array<std::size_t, 3> found{};
    std::array<int, 7> counts{};
    std::size_t unverified = 0;
    for (const CheckedFiling& checked : report.filings) {
        for (const Finding& one : checked.judgement.findings) ++found[static_cast<std::size_t>(checked.judgement.verdicts[one.told].severity)];
        const auto own = checked.judgement.summary();
        for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += own[i];
        unverified += is_unverified(own) ? std::size_t{1} : std::size_t{0};
    }
    const auto unread = static_cast<std::size_t>(std::count_if(report.diagnostics.begin(), report.diagnostics.end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
    std::string out = fill("共 {filings} 份报告：{errors} 个错误，{warnings} 个警告，{notes} 个提示；{unread} 个文件没有读成。\n",
        "{filings} reports: {errors} errors, {warnings} warnings, {notes} notes; {unread} files were not read.\n",
        {{"filings", number(report.filings.size())}, {"errors", number(found[2])}, {"warnings", number(found[1])}, {"notes", number(found[0])}, {"unread", number(unread)}}, language);
    if (const auto undecided = counts[static_cast<std::size_t>(Outcome::undecided)]; undecided > 0) {
        constexpr std::size_t most = 4;
        out += fill("{count} 项不能判定：\n", "{count} checks could not be decided:\n", {{"count", same(std::to_string(undecided))}}, language);
        const auto rules = undecided_rules(report, language);
        for (std::size_t i = 0; i < std::min(most, rules.size()); ++i) {
            out += "  " + std::to_string(rules[i].count) + "  " + rules[i].title + (rules[i].why.empty() ? "" : Label{"：", ": "}.in(language) + rules[i].why) + "\n";
        }
        if (rules.size() > most) out += "  …\n";
    }
    if (unverified > 0) out += fill("{count} 份报告没有一项得到核实，不能视为没有问题。\n", "{count} reports were not verified at all: they must not be taken for clean.\n", {{"count", number(unverified)}}, language);
    return out;
}

std::string render_what_was_read(const Report& report, Language language) {
    std::string out;
    for (const CheckedFiling& checked : report.filings) {
        const Filing& filing = checked.filing;
        std::string tables;
        for (const Table& one : filing.tables) tables += (tables.empty() ? "" : Label{"、", ", "}.in(language)) + (one.name.empty() ? Label{"自有表格", "a table of its own"}.in(language) : one.name + " (" + one.form->id + ")");
        if (tables.empty()) tables = Label{"没有表格", "no table"}.in(language);
        out += filing.file + ": " + tell_organ(filing, language) + " · " + tell_year(filing, language) + " · " + tables + " · " +
               fill("正文 {mentions} 处", "{mentions} mentions", {{"mentions", number(filing.mentions.size())}}, language) + (checked.judgement.verdicts.empty() ? "" : " · " + tell_counts(checked.judgement.summary(), language)) + "\n";
    }
    return out;
}

}  // namespace gouji
