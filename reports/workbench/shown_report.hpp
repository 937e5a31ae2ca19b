// SPDX-License-Identifier: Apache-2.0
// Owns: one report as a workbench shows it: what was read and found, its layouts, its text with the places of spans
// (docs/api/openapi.yaml).
// Refuses: to read and to judge.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "reports/workbench/listed_report.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// How the original of a report can be shown.
enum class Original { text, page, pictures, parts };

struct ShownReport {
    const ListedReport* listed = nullptr;
    const CheckedFiling* checked = nullptr;  ///< nothing where the file was refused
    Original original = Original::text;
};

/// `ShownReport`
std::string render_shown(const ShownReport& report, Language language);
/// The findings of one filing, with all verdicts where asked for (docs/schemas/filing-checked.schema.json).
std::string render_findings(const CheckedFiling& checked, bool all, Language language);
/// `{"filing": …, "checked": …}`
std::string render_draft(const CheckedFiling& checked, Language language);
/// `Text`: without a filing the text alone.
std::string render_text_with_marks(std::string_view text, const CheckedFiling* checked, Language language);

}  // namespace gouji
