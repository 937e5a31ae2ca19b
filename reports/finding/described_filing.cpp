// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_described_filing.hpp"

#include "engine/base/origin.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_wording.hpp"

namespace gouji {
namespace {

constexpr Wording nothing_verified = {"没有一项得到核实", "Nothing was verified"};
constexpr Wording full_stop = {"。", "."};

std::string files_of(const Filing& filing, Language language) {
    std::vector<std::string> names = {filing.file};
    names.insert(names.end(), filing.copies.begin(), filing.copies.end());
    return as_list(names, language);
}

std::string describe_settled(const Settled& settled, Language language) {
    // Where the rule still fails the trouble may only have moved: the sentence must not say that it is over.
    const bool moved = settled.still_fails && !settled.now;
    const Wording begin = moved ? Wording{"先前指出的那一处没有再找到，本报告仍有同一规则的问题，请看是否同一件事：",
                              "The place found before is not there any more, but its rule still fails in this report; "
                              "see whether it is the same matter: "}
                                : Wording{"先前的问题不再发现：", "Found before and not any more: "};
    std::string text = begin.in(language) + settled.decision.rule + "  " + settled.decision.finding;
    if (settled.now)
        text += in_brackets(Wording{"现为", "now "}.in(language) + outcome_word(*settled.now, language), language);
    if (settled.now && settled.still_fails)
        text += in_brackets(
            Wording{"同一规则在本报告别处仍不通过", "the rule still fails elsewhere in this report"}.in(language),
            language);
    if (!settled.decision.is_empty())
        text += Wording{" 决定：", " Decided: "}.in(language) + describe_decision(settled.decision, language);
    return text;
}

void describe_checks(DescribedFiling& described, Language language) {
    described.counts = outcome_counts(described.outcomes, language);
    described.checked_counts = Wording{origin::checked.zh, origin::checked.en}.in(language) + described.counts;
    described.checked = described.checked_counts + full_stop.in(language);
    described.unverified = is_unverified(described.outcomes);
    if (!described.unverified) return;
    described.unverified_words = nothing_verified.in(language);
    described.unverified_sentence = described.unverified_words + full_stop.in(language);
    described.checked += Wording{"", " "}.in(language) + described.unverified_sentence;
}

void describe_absence(DescribedFiling& described, Language language) {
    if (described.unverified) {
        described.no_findings = described.unverified_sentence;
        described.conclusion =
            described.unverified_words + Wording{"，不能得出结论。", ": there is no conclusion."}.in(language);
    } else {
        described.no_findings = Wording{"没有发现问题。", "Nothing was found."}.in(language);
        described.conclusion = Wording{"核实的各项没有不符。", "Nothing that was verified disagrees."}.in(language);
    }
}

}  // namespace

bool is_unverified(const std::array<int, 7>& counts) {
    return counts[static_cast<std::size_t>(Outcome::pass)] == 0 && counts[static_cast<std::size_t>(Outcome::fail)] == 0;
}

std::string organ_words(const Filing& filing, Language language) {
    return filing.organ.empty() ? Wording{"机关不明", "organ unknown"}.in(language) : filing.organ;
}

std::string year_words(const Filing& filing, Language language) {
    return filing.year ? std::to_string(*filing.year) : Wording{"年度不明", "year unknown"}.in(language);
}

std::string heading_of(const Filing& filing, Language language) {
    return organ_words(filing, language) + " · " + year_words(filing, language);
}

std::string table_words(const Table& table, Language language) {
    return table.name.empty() ? Wording{"自有表格", "a table of its own"}.in(language)
                              : table.name + " (" + table.form->id + ")";
}

DescribedFiling describe_filing(const CheckedFiling& checked, Language language) {
    DescribedFiling described;
    described.heading = heading_of(checked.filing, language);
    described.organ = organ_words(checked.filing, language);
    described.year = year_words(checked.filing, language);
    described.files = files_of(checked.filing, language);
    described.outcomes = checked.judgement.summary();
    describe_checks(described, language);
    if (checked.judgement.findings.empty()) describe_absence(described, language);
    for (const Settled& settled : checked.judgement.settled)
        described.settled.push_back(describe_settled(settled, language));
    return described;
}

}  // namespace gouji
