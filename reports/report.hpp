// SPDX-License-Identifier: Apache-2.0
// Owns: what goes out of a run, and the table of the formats it can take.
// Refuses: to write anywhere; a format makes a string.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/check/checked_filing.hpp"
#include "reports/tally.hpp"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gouji {

struct Report {
    std::deque<CheckedFiling> filings;  ///< in the order of the command line
    std::vector<Diagnostic> diagnostics;
};

struct ReportOptions {
    Language language = Language::zh;
    bool all = false;     ///< every verdict, not only the findings
    bool colour = false;  ///< for a terminal that shows it; text alone knows it
};

/// What is known when the last filing is behind.
struct Ending {
    const Tally& tally;
    const std::vector<Diagnostic>& diagnostics;
};

/// A format that is made filing by filing, each apart from all others: it can be written while the run goes on.
struct Parts {
    std::string (*head)(const ReportOptions& options);
    std::string (*filing)(const CheckedFiling& checked, const ReportOptions& options);
    std::string_view between;
    std::string (*tail)(const Ending& ending, const ReportOptions& options);
    bool draws = true;  ///< shows excerpts: the text of the filings must be there
    bool tells = true;  ///< shows more than findings even where only these are asked for: all verdicts must be there
};
/// A format that needs the whole run before its first byte; empty where it cannot be made.
using Whole = std::string (*)(const Report& report, const ReportOptions& options);
/// Nothing where the format is not for that.
using Rendering = std::variant<std::monostate, Parts, Whole>;

/// One format: one file in this folder, one line in the table of report.cpp.
struct Format {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    Rendering check;
    Rendering read;
};

std::span<const Format> formats();
const Format* format_named(std::string_view name);

/// All of a run in one of the formats, whatever it is made of.
std::string render(const Rendering& rendering, const Report& report, const ReportOptions& options);

// One for each file.
Parts check_text();
Parts read_text();
Parts check_json();
Parts read_json();
Parts check_jsonl();
Parts read_jsonl();
std::string render_check_csv(const Report& report, const ReportOptions& options);
std::string render_check_xlsx(const Report& report, const ReportOptions& options);
std::string render_check_markdown(const Report& report, const ReportOptions& options);
std::string render_check_sarif(const Report& report, const ReportOptions& options);
std::string render_check_html(const Report& report, const ReportOptions& options);
std::string render_check_paper(const Report& report, const ReportOptions& options);
std::string render_check_junit(const Report& report, const ReportOptions& options);

/// A line of what was found in a file: for --verbose.
std::string render_what_was_read(const CheckedFiling& checked, Language language);
/// What a run comes to, in a few lines: findings by severity, what could not be decided and why, what was not read.
std::string render_summary(const Ending& ending, Language language);
/// Diagnostics as a person reads them, each with its excerpt.
std::string render_diagnostics(const std::vector<Diagnostic>& diagnostics, Language language);
/// `{ "diagnostics": [ … ] }`
std::string render_diagnostics_json(const std::vector<Diagnostic>& diagnostics, Language language);

}  // namespace gouji
