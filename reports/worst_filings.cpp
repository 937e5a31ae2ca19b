// SPDX-License-Identifier: Apache-2.0
#include "reports/worst_filings.hpp"

#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/summary.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t most_filings = 10;
constexpr std::size_t most_findings = 2;

Words heading_in_words(const Filing& filing) {
    return {heading_of(filing, Language::zh), heading_of(filing, Language::en)};
}

std::string finding_in(const Verdict& verdict, Language language) {
    const std::string place = place_words(verdict.at, language);
    return verdict.rule->title.in(language) + (place.empty() ? "" : " [" + place + "]");
}

/// What is wrong: findings have errors first.
std::vector<Words> first_findings(const Judgement& judgement) {
    std::vector<Words> first;
    for (std::size_t i = 0; i < std::min(most_findings, judgement.findings.size()); ++i) {
        const Verdict& verdict = verdict_of(judgement, judgement.findings[i]);
        first.push_back({finding_in(verdict, Language::zh), finding_in(verdict, Language::en)});
    }
    return first;
}

std::string counts_of(const std::array<std::size_t, 3>& findings, Language language) {
    std::string text;
    const auto add = [&](Severity severity, std::string_view zh, std::string_view one, std::string_view many) {
        const std::size_t count = findings[static_cast<std::size_t>(severity)];
        if (count == 0) return;
        text += (text.empty() ? "" : Wording{"，", ", "}.in(language))
            + fill(zh, "{count}", {{"count", counted(static_cast<std::int64_t>(count), one, many)}}, language);
    };
    add(Severity::error, "{count} 个错误", "error", "errors");
    add(Severity::warning, "{count} 个警告", "warning", "warnings");
    add(Severity::note, "{count} 个提示", "note", "notes");
    return text;
}

}  // namespace

void WorstFilings::add(const CheckedFiling& checked) {
    const Judgement& judgement = checked.judgement;
    const auto outcomes = judgement.summary();
    if (judgement.findings.empty()) {
        if (is_unverified(outcomes)) return;
        ++without_;
        if (clean_.size() < most_filings)
            clean_.push_back({heading_in_words(checked.filing), checked.filing.file, {}, {},
                {outcome_counts(outcomes, Language::zh), outcome_counts(outcomes, Language::en)}});
        return;
    }
    ++with_findings_;
    const auto found = findings_by_severity(judgement);
    const auto is_worse = [](const std::array<std::size_t, 3>& a, const std::array<std::size_t, 3>& b) {
        return std::lexicographical_compare(b.rbegin(), b.rend(), a.rbegin(), a.rend());
    };
    const auto place =
        std::find_if(worst_.begin(), worst_.end(), [&](const Entry& one) { return is_worse(found, one.findings); });
    if (place == worst_.end() && worst_.size() == most_filings) return;
    worst_.insert(place, {heading_in_words(checked.filing), checked.filing.file, found, first_findings(judgement), {}});
    if (worst_.size() > most_filings) worst_.pop_back();
}

std::vector<std::string> WorstFilings::worst_lines(Language language) const {
    std::vector<std::string> lines;
    for (const Entry& one : worst_) {
        lines.push_back(one.heading.in(language) + "  " + counts_of(one.findings, language) + "  " + one.file);
        std::vector<std::string> first;
        std::size_t all = 0;
        for (const std::size_t count : one.findings) all += count;
        for (const Words& words : one.first) first.push_back(words.in(language));
        lines.push_back(
            "  " + as_list(first, language) + (all > first.size() ? Wording{" 等", ", …"}.in(language) : ""));
    }
    return lines;
}

std::vector<std::string> WorstFilings::clean_lines(Language language) const {
    std::vector<std::string> lines;
    for (const Entry& one : clean_)
        lines.push_back(one.heading.in(language) + " · " + one.file + "  " + one.counts.in(language));
    if (without_ > clean_.size())
        lines.push_back(fill("另有 {count} 份", "{count}",
            {{"count", counted(static_cast<std::int64_t>(without_ - clean_.size()), "more report", "more reports")}},
            language));
    return lines;
}

}  // namespace gouji
