// SPDX-License-Identifier: Apache-2.0
// Owns: the words in which every format for people tells of a finding: its severity, its place, its cause.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"

#include <array>
#include <string>
#include <vector>

namespace gouji {

struct Label {
    std::string_view zh;
    std::string_view en;
    [[nodiscard]] std::string in(Language language) const { return std::string(language == Language::zh ? zh : en); }
};

/// The organ and the year of a filing, or that they are unknown.
std::string tell_organ(const Filing& filing, Language language);
std::string tell_year(const Filing& filing, Language language);

/// The file, and the others that say the same.
std::string tell_files(const Filing& filing, Language language);
/// 申请[本年新收, 总计] = 186（report.txt 第 12 行）: where a figure of another file stands.
std::string tell_elsewhere(const Elsewhere& one, Language language);

/// 重大, 一般 or 轻微, as a 问题清单 (list of findings) says it: what the severity suggests.
std::string tell_gravity(Severity severity, Language language);
std::string tell_severity(Severity severity, Language language);
std::string tell_outcome(Outcome outcome, Language language);

/// 通过 12，不能判定 3: those that there are.
std::string tell_counts(const std::array<int, 7>& counts, Language language);
/// Nothing passed and nothing failed: that must not look like a clean report.
bool is_unverified(const std::array<int, 7>& counts);

/// 申请 · 列 自然人
std::string tell_place(const At& at, Language language);

/// Where to look first: the cell that is likeliest wrong, or a figure that took part, or the table or section that is
/// meant; empty where the filing as a whole is.
Span span_of(const Filing& filing, const Verdict& verdict, const Finding* finding);

/// The figures that tell of a finding: all of a short sum; of a long one no zeros but those that are likely wrong or
/// stand for the total.
std::vector<const Operand*> told_figures(const Verdict& verdict, const Finding& finding);

/// Which cells are likely wrong, a sentence for each candidate, the likeliest first and no more than `most` of them; a
/// last one says how many others there are.
std::vector<std::string> tell_causes(const Finding& finding, Language language, int most = 4);

/// What people have decided, a sentence for each decision with something in it; behind it those of its figures that
/// have changed since.
std::vector<std::string> tell_notes(const Finding& finding, Language language);
/// Decisions whose findings are no more, a sentence each.
std::vector<std::string> tell_settled(const Judgement& judgement, Language language);

}  // namespace gouji
