// SPDX-License-Identifier: Apache-2.0
// Owns: what goes out of a run, and the table of the formats it can take.
// Refuses: to write anywhere; a format makes a string.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/source/shown.hpp"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct CheckedFiling {
    Shown shown;  ///< its text, for people to read
    Filing filing;
    Judgement judgement;
};

struct Report {
    std::deque<CheckedFiling> filings;  ///< in the order of the command line
    std::vector<Diagnostic> diagnostics;
};

struct ReportOptions {
    Language language = Language::zh;
    bool all = false;  ///< every verdict, not only the findings
    std::string_view version;
    bool colour = false;  ///< for a terminal that shows it; text alone knows it
};

/// One format: one file in this folder, one line in the table of report.cpp.
struct Format {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    std::string (*render_check)(const Report& report, const ReportOptions& options);  ///< empty where it cannot be made
    std::string (*render_read)(const Report& report, const ReportOptions& options);  ///< nothing where the format is for findings alone
};

std::span<const Format> formats();
const Format* format_named(std::string_view name);

// One for each file.
std::string render_check_text(const Report& report, const ReportOptions& options);
std::string render_read_text(const Report& report, const ReportOptions& options);
std::string render_check_json(const Report& report, const ReportOptions& options);
std::string render_read_json(const Report& report, const ReportOptions& options);
std::string render_check_jsonl(const Report& report, const ReportOptions& options);
std::string render_read_jsonl(const Report& report, const ReportOptions& options);
std::string render_check_csv(const Report& report, const ReportOptions& options);
std::string render_check_xlsx(const Report& report, const ReportOptions& options);
std::string render_check_markdown(const Report& report, const ReportOptions& options);
std::string render_check_sarif(const Report& report, const ReportOptions& options);
std::string render_check_html(const Report& report, const ReportOptions& options);
std::string render_check_paper(const Report& report, const ReportOptions& options);
std::string render_check_junit(const Report& report, const ReportOptions& options);

/// A line for each file, of what was found in it: for --verbose.
std::string render_what_was_read(const Report& report, Language language);
/// What a run comes to, in a few lines: findings by severity, what could not be decided and why, what was not read.
std::string render_summary(const Report& report, Language language);
/// Diagnostics as a person reads them, each with its excerpt.
std::string render_diagnostics(const std::vector<Diagnostic>& diagnostics, Language language);
/// `{ "diagnostics": [ … ] }`
std::string render_diagnostics_json(const std::vector<Diagnostic>& diagnostics, Language language);

}  // namespace gouji
