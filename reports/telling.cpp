// SPDX-License-Identifier: Apache-2.0
#include "reports/private_telling.hpp"

#include "reports/excerpt.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::array severities = {Label{"提示", "note"}, Label{"警告", "warning"}, Label{"错误", "error"}};
constexpr std::array gravities = {Label{"轻微", "slight"}, Label{"一般", "ordinary"}, Label{"重大", "grave"}};
constexpr std::array outcomes = {Label{"通过", "pass"}, Label{"不通过", "fail"}, Label{"未能独立证明", "assumed"},
    Label{"不能判定", "undecided"}, Label{"不适用", "not applicable"}, Label{"豁免", "waived"}, Label{"出错", "error"}};

}  // namespace

std::string tell_severity(Severity severity, Language language) {
    return severities[static_cast<std::size_t>(severity)].in(language);
}
std::string tell_gravity(Severity severity, Language language) {
    return gravities[static_cast<std::size_t>(severity)].in(language);
}
std::string tell_outcome(Outcome outcome, Language language) {
    return outcomes[static_cast<std::size_t>(outcome)].in(language);
}

std::string tell_organ(const Filing& filing, Language language) {
    return filing.organ.empty() ? Label{"机关不明", "organ unknown"}.in(language) : filing.organ;
}
std::string tell_year(const Filing& filing, Language language) {
    return filing.year ? std::to_string(*filing.year) : Label{"年度不明", "year unknown"}.in(language);
}

std::string tell_files(const Filing& filing, Language language) {
    std::string text = filing.file;
    for (const std::string& one : filing.copies) text += Label{"、", ", "}.in(language) + one;
    return text;
}

std::string tell_elsewhere(const Elsewhere& one, Language language) {
    const Place place{0, one.page, {}, one.part, one.table, one.cell};
    std::string where = name_place(&place, language);
    if (where.empty() && one.line > 0)
        where = fill("第 {line} 行", "line {line}", {{"line", same(std::to_string(one.line))}}, language);
    return one.file + (where.empty() ? "" : " ") + where;
}

std::string tell_counts(const std::array<int, 7>& counts, Language language) {
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            text += (text.empty() ? "" : Label{"，", ", "}.in(language))
                + tell_outcome(static_cast<Outcome>(i), language) + " " + std::to_string(counts[i]);
    }
    return text;
}

bool is_unverified(const std::array<int, 7>& counts) {
    return counts[static_cast<std::size_t>(Outcome::pass)] == 0 && counts[static_cast<std::size_t>(Outcome::fail)] == 0;
}

std::string tell_place(const At& at, Language language) {
    std::string text = at.table;
    const auto part = [&](const Label& name, const std::string& value) {
        if (!value.empty()) text += (text.empty() ? "" : " · ") + name.in(language) + value;
    };
    part({"行 ", "row "}, at.row);
    part({"列 ", "column "}, at.column);
    part({"事项 ", "fact "}, at.fact);
    part({"章节 ", "section "}, at.section);
    return text;
}

Span span_of(const Filing& filing, const Verdict& verdict, const Finding* finding) {
    if (finding && !finding->suspects.empty() && !finding->suspects.front().span.empty())
        return finding->suspects.front().span;
    for (const Operand& one : verdict.operands) {
        if (!one.span.empty()) return one.span;
    }
    if (const Table* table = verdict.at.table.empty() ? nullptr : filing.table(verdict.at.table)) return table->span;
    const auto section = std::find_if(filing.sections.begin(), filing.sections.end(),
        [&](const Section& one) { return !one.name.empty() && one.name == verdict.at.section; });
    return section == filing.sections.end() ? Span{} : section->heading;
}

std::vector<const Operand*> told_figures(const Verdict& verdict, const Finding& finding) {
    constexpr std::size_t few = 4;
    // Of figures in dispute a zero says as much as any other.
    const bool disputed = std::any_of(
        verdict.operands.begin(), verdict.operands.end(), [](const Operand& one) { return one.elsewhere != nullptr; });
    const auto is_likely = [&](const Operand& one) {
        return std::any_of(finding.suspects.begin(), finding.suspects.end(),
            [&](const Suspect& suspect) { return suspect.together == 0 && suspect.span == one.span; });
    };
    std::vector<const Operand*> told;
    for (const Operand& one : verdict.operands) {
        const bool is_held_against = &one == &verdict.operands.back();
        const bool is_silent = !disputed && verdict.operands.size() > few && one.value && one.value->is_zero()
            && !is_held_against && !is_likely(one);
        if (!is_silent) told.push_back(&one);
    }
    return told;
}

std::vector<std::string> tell_causes(const Finding& finding, Language language, int most) {
    const int candidates = finding.suspects.empty() ? 0 : finding.suspects.back().together + 1;
    std::vector<std::string> told;
    for (int together = 0; together < std::min(candidates, most); ++together) {
        std::string text = (together > 0 ? Label{"或者：", "Or: "}
                : candidates > 1         ? Label{"可能的原因之一：", "One possible cause: "}
                                         : Label{"可能的原因：", "Likely cause: "})
                               .in(language);
        bool first = true;
        for (const Suspect& one : finding.suspects) {
            if (one.together != together) continue;
            if (!first) text += Label{"；", "; "}.in(language);
            first = false;
            text += fill("{cell} 现为 {printed}，应为 {expected}", "{cell} is {printed}, should be {expected}",
                {{"cell", same(one.name)}, {"printed", same(one.printed)},
                    {"expected", same(one.expected.to_string())}},
                language);
            if (!one.why.empty())
                text += Label{"（", " ("}.in(language) + one.why.in(language) + Label{"）", ")"}.in(language);
        }
        told.push_back(std::move(text));
    }
    if (candidates > most)
        told.push_back(fill("另有 {count} 种可能。", "{count} more candidates.",
            {{"count", same(std::to_string(candidates - most))}}, language));
    return told;
}

namespace {

std::string tell_decision(const Decision& decision, Language language) {
    std::string text;
    for (std::size_t i = 0; i < decision_fields.size(); ++i) {
        if (!decision.fields[i].empty())
            text += (text.empty() ? "" : Label{"；", "; "}.in(language))
                + std::string(language == Language::zh ? decision_fields[i].name : decision_fields[i].en) + " "
                + decision.fields[i];
    }
    return text;
}

}  // namespace

std::vector<std::string> tell_notes(const Finding& finding, Language language) {
    std::vector<std::string> told;
    for (const Noted& one : finding.notes) {
        if (one.decision.is_empty()) continue;
        std::string text = Label{"决定：", "Decided: "}.in(language) + tell_decision(one.decision, language);
        for (const ChangedFigure& figure : one.changed) {
            text += fill("（数已变，请重新判断：{name} 当时为 {seen}，现为 {now}）",
                " (changed since, to be judged anew: {name} was {seen} and is {now})",
                {{"name", same(figure.name)}, {"seen", same(figure.seen)}, {"now", same(figure.now)}}, language);
        }
        told.push_back(std::move(text));
    }
    return told;
}

std::vector<std::string> tell_settled(const Judgement& judgement, Language language) {
    std::vector<std::string> told;
    for (const Settled& one : judgement.settled) {
        // Where its rule still fails the trouble may only have moved: that is not said to be over.
        const bool moved = one.still_fails && !one.now;
        std::string text = (moved ? Label{"先前指出的那一处没有再找到，本报告仍有同一规则的问题，请看是否同一件事：",
                                "The place found before is not there any more, but its rule still fails in this "
                                "report; see whether it is the same matter: "}
                                  : Label{"先前的问题不再发现：", "Found before and not any more: "})
                               .in(language)
            + one.decision.rule + "  " + one.decision.finding;
        if (one.now)
            text += Label{"（现为", " (now "}.in(language) + tell_outcome(*one.now, language)
                + Label{"）", ")"}.in(language);
        if (one.now && one.still_fails)
            text += Label{"（同一规则在本报告别处仍不通过）", " (the rule still fails elsewhere in this report)"}.in(
                language);
        if (!one.decision.is_empty())
            text += Label{" 决定：", " Decided: "}.in(language) + tell_decision(one.decision, language);
        told.push_back(std::move(text));
    }
    return told;
}

}  // namespace gouji
