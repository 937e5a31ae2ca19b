// SPDX-License-Identifier: Apache-2.0
// Owns: the words that every format for people has in common: of a severity, an outcome, a place, a count.
// Refuses: sentences about a finding or a filing, layout and escaping. And to be used outside of reports/.
#pragma once

#include "engine/model/verdict.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A text of the program in its two languages.
struct Wording {
    std::string_view zh;
    std::string_view en;
    [[nodiscard]] std::string in(Language language) const { return std::string(language == Language::zh ? zh : en); }
};

/// In brackets of the language, with what separates them from the text before: （第 3 行）, " (line 3)".
std::string in_brackets(std::string_view text, Language language);
/// The texts as a list in a sentence.
std::string as_list(const std::vector<std::string>& texts, Language language);
/// The texts, a line each.
std::string as_lines(const std::vector<std::string>& texts);

std::string severity_word(Severity severity, Language language);
/// 重大, 一般 or 轻微, as a 问题清单 (list of findings) says it: what the severity suggests.
std::string gravity_word(Severity severity, Language language);
std::string outcome_word(Outcome outcome, Language language);

/// 通过 12，不能判定 3: the outcomes that came up.
std::string outcome_counts(const std::array<int, 7>& counts, Language language);

/// A figure as it was read, or what stands there instead: 空白.
std::string value_words(const Operand& operand, Language language);

/// 申请 · 列 自然人
std::string place_words(const At& at, Language language);

/// 依据：…
std::string basis_sentence(const RuleHead& rule, Language language);

}  // namespace gouji
