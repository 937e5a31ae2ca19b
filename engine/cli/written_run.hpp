// SPDX-License-Identifier: Apache-2.0
// Owns: what `check` and `read` share: the rules loaded once, every input read and judged, in the order given.
// Refuses: to hold more filings than it works on: those that wait for others of the run wait as bytes (store/shelf).
#pragma once

#include "engine/cli/arguments.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/rules/catalogue.hpp"
#include "reports/report.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// The catalogue of the run; its mistakes are written to the error stream, and nothing is returned after an error, nor
/// where no rule is left for a command that judges.
std::optional<Catalogue> load_rules(const Arguments& arguments, Streams& streams);

/// What becomes of a filing that was read and judged.
struct Taking {
    bool judges = true;
    bool draws = true;  ///< its text is asked for
    bool tells = true;  ///< all verdicts are asked for, not only findings
    bool keeps = true;  ///< filings are asked for with their judgements
    /// Makes what is written of it; from any thread.
    std::function<std::string(const CheckedFiling&)> render = {};
    /// In the order of the inputs, one after the other; false to end the run.
    std::function<bool(CheckedFiling&&, std::string&& rendered)> take = {};
};

/// Reads every input, and judges it. A file that cannot be read is a diagnostic; the others go on.
std::vector<Diagnostic> for_each_filing(
    const Arguments& arguments, const Catalogue& catalogue, Streams& streams, const Taking& taking);

/// All of them at once, for what needs the whole run.
Report run_batch(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judging);

/// Writes the run in a format, and what was to be said of it; the exit code. Filing by filing where the format allows
/// it.
int write_batch(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judging,
    const Rendering& rendering, const ReportOptions& options);

/// Diagnostics for the person at the terminal; with --quiet errors alone.
void tell(const std::vector<Diagnostic>& diagnostics, const Arguments& arguments, Streams& streams);

}  // namespace gouji
