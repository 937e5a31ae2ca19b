// SPDX-License-Identifier: Apache-2.0
// Owns: the columns of the tables of trends for spreadsheets, row by row.
// Refuses: to keep rows; a table may be of any length.
#pragma once

#include "engine/base/words.hpp"
#include "engine/model/trends.hpp"

#include <string>

namespace gouji {

/// Each head begins a file.
std::string figures_csv_head(Language language);
std::string csv_of(const TrendPoint& point, const FigureName& name, Language language);

std::string findings_csv_head(Language language);
/// `title`: of the rule; may be empty.
std::string csv_of(const RuleFindings& findings, const std::string& title, Language language);

std::string gaps_csv_head(Language language);
std::string csv_of(const ReportGap& gap, Language language);
/// An organ of a list without any report.
std::string csv_of_absent(const std::string& organ, Language language);

}  // namespace gouji
