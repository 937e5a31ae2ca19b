// SPDX-License-Identifier: Apache-2.0
// Owns: the words for trends that the text and the page share.
// Refuses: layout. And to be used outside of reports/.
#pragma once

#include "reports/trends/trends_report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// 3 个机关，8 份报告，2021–2024 年。
std::string scope_sentence(const TrendScope& scope, Language language);
/// Reports without organ or year; empty where there are none.
std::string left_out_sentence(const TrendScope& scope, Language language);

/// The number, or a word for why there is none.
std::string value_word(const YearValue& value, Language language);
/// What the words in place of numbers mean.
std::string value_key(Language language);

/// 收支不平（sums-differ）, or the id alone.
std::string rule_words(const TrendsReport& report, std::string_view id, Language language);

/// 2021–2023, or 2021.
std::string year_range(int first, int last);
std::string year_list(const std::vector<int>& years, Language language);

/// The findings of each year of the scope, and of all.
struct RuleRow {
    std::string rule;
    std::vector<const RuleYear*> years;  ///< nullptr for a year without findings
    std::int64_t findings = 0;
};
std::vector<RuleRow> rule_rows(const TrendsReport& report);

/// 另有 12 项，见 CSV。 Empty where nothing is left out.
std::string more_sentence(std::int64_t left_out, std::string_view what, Language language);

/// Headings of the parts.
std::string figures_heading(Language language);
std::string repeated_heading(Language language);
std::string rules_heading(Language language);
std::string gaps_heading(Language language);
std::string absent_heading(Language language);
/// For a part without entries.
std::string none_sentence(Language language);

}  // namespace gouji
