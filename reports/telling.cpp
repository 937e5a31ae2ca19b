// SPDX-License-Identifier: Apache-2.0
#include "reports/private_telling.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::array severities = {Label{"提示", "note"}, Label{"警告", "warning"}, Label{"错误", "error"}};
constexpr std::array outcomes = {Label{"通过", "pass"}, Label{"不通过", "fail"}, Label{"未能独立证明", "assumed"}, Label{"不能判定", "undecided"}, Label{"不适用", "not applicable"}, Label{"豁免", "waived"}, Label{"出错", "error"}};

}  // namespace

std::string tell_severity(Severity severity, Language language) { return severities[static_cast<std::size_t>(severity)].in(language); }
std::string tell_outcome(Outcome outcome, Language language) { return outcomes[static_cast<std::size_t>(outcome)].in(language); }

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

std::vector<std::string> tell_causes(const Finding& finding, Language language, int most) {
    const int candidates = finding.suspects.empty() ? 0 : finding.suspects.back().together + 1;
    std::vector<std::string> told;
    for (int together = 0; together < std::min(candidates, most); ++together) {
        std::string text = (together > 0 ? Label{"或者：", "Or: "} : candidates > 1 ? Label{"可能的原因之一：", "One possible cause: "} : Label{"可能的原因：", "Likely cause: "}).in(language);
        bool first = true;
        for (const Suspect& one : finding.suspects) {
            if (one.together != together) continue;
            if (!first) text += Label{"；", "; "}.in(language);
            first = false;
            text += fill("{cell} 现为 {printed}，应为 {expected}", "{cell} is {printed}, should be {expected}", {{"cell", same(one.name)}, {"printed", same(one.printed)}, {"expected", same(one.expected.to_string())}}, language);
            if (!one.why.empty()) text += Label{"（", " ("}.in(language) + one.why.in(language) + Label{"）", ")"}.in(language);
        }
        told.push_back(std::move(text));
    }
    if (candidates > most) told.push_back(fill("另有 {count} 种可能。", "{count} more candidates.", {{"count", same(std::to_string(candidates - most))}}, language));
    return told;
}

}  // namespace gouji
