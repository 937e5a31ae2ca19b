// SPDX-License-Identifier: Apache-2.0
// Owns: the words in which every format for people tells of a finding: its severity, its place, its cause.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "engine/model/verdict.hpp"

#include <string>
#include <vector>

namespace gouji {

struct Label {
    std::string_view zh;
    std::string_view en;
    [[nodiscard]] std::string in(Language language) const { return std::string(language == Language::zh ? zh : en); }
};

std::string tell_severity(Severity severity, Language language);
std::string tell_outcome(Outcome outcome, Language language);

/// 申请 · 列 自然人
std::string tell_place(const At& at, Language language);

/// Which cells are likely wrong, a sentence for each candidate, the likeliest first and no more than `most` of them; a last
/// one says how many others there are.
std::vector<std::string> tell_causes(const Finding& finding, Language language, int most = 4);

}  // namespace gouji
