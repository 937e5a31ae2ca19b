// SPDX-License-Identifier: Apache-2.0
// Owns: what goes out of a run, and the table of the formats it can have.
// Refuses: to write anywhere; a format makes a string.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/check/checked_filing.hpp"
#include "reports/run_writer.hpp"

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Report {
    std::deque<CheckedFiling> filings;  ///< in the order of the command line
    std::vector<Diagnostic> diagnostics;
};

struct ReportOptions {
    Language language = Language::zh;
    bool all = false;         ///< every verdict, not only the findings
    bool colour = false;      ///< for a terminal that shows it; text alone knows it and the next two
    int width = 0;            ///< columns of the terminal; 0 for lines of any length
    bool statistics = false;  ///< how often each rule failed, and no finding
    std::string rule_book;    ///< the address of the rule book, where it is published; each rule is a heading of it
    bool at_once = false;     ///< somebody waits for each filing: a format that can leaves out what would hold it up
};

/// How a format makes its result, and what it needs of the run for it.
struct Rendering {
    /// `options` and `outlet` must live as long as what is made. nullptr where the format is not for that.
    std::unique_ptr<RunWriter> (*begin)(const ReportOptions& options, ResultOutlet& outlet) = nullptr;
    bool needs_text = true;  ///< shows excerpts: the text of the filings must be there
    /// Shows more than findings even where only these are asked for: all verdicts must be there.
    bool needs_all_verdicts = true;
};

/// A format: one file in the folder formats, NAME_format.cpp, which defines `extern const ReportFormat NAME_format`,
/// and one line in the table of report.cpp.
struct ReportFormat {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    Rendering check;
    Rendering read;
};

std::span<const ReportFormat> formats();
const ReportFormat* format_named(std::string_view name);

/// All of a run in one of the formats, in memory; empty where it cannot be made.
std::string render(const Rendering& rendering, const Report& report, const ReportOptions& options);

}  // namespace gouji
