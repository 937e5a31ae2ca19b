// SPDX-License-Identifier: Apache-2.0
// Owns: what `check` and `read` share: the rules of the arguments, the run over their inputs, and its written result.
// Refuses: to judge: engine/run does.
#pragma once

#include "engine/cli/arguments.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/run/run.hpp"
#include "reports/report.hpp"

#include <optional>
#include <vector>

namespace gouji {

/// The catalogue of the run; its mistakes are written to the error stream, and nothing is returned after an error, nor
/// where no rule is left for a command that judges.
std::optional<Catalogue> load_rules(const Arguments& arguments, Streams& streams);

/// Takes every input of the command line through the run (engine/run). A file that cannot be read is a diagnostic.
std::vector<Diagnostic> run_filings(
    const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judges, RunSink sink);

/// A whole run in memory, for what needs all of it.
Report collect_report(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judges);

/// Writes the run in a format while it goes on, and what was to be said of it; the exit code.
int write_run(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judges,
    const Rendering& rendering, const ReportOptions& options);

/// Diagnostics for the person at the terminal; with --quiet errors alone.
void tell(const std::vector<Diagnostic>& diagnostics, const Arguments& arguments, Streams& streams);

}  // namespace gouji
