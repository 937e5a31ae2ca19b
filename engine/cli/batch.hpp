// SPDX-License-Identifier: Apache-2.0
// Owns: what `check` and `read` share: the rules loaded once, every input read and judged, in the order given.
// Refuses: to write the result.
#pragma once

#include "engine/cli/arguments.hpp"
#include "engine/cli/commands.hpp"
#include "engine/rules/catalogue.hpp"
#include "reports/report.hpp"

#include <optional>

namespace gouji {

/// The catalogue of the run; its mistakes are written to the error stream, and nothing is returned after an error.
std::optional<Catalogue> load_rules(const Arguments& arguments, Streams& streams);

/// Reads every input, and judges it where `judging`. A file that cannot be read is a diagnostic; the others go on.
Report run_batch(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judging);

/// Diagnostics for the person at the terminal; with --quiet errors alone.
void tell(const std::vector<Diagnostic>& diagnostics, const Arguments& arguments, Streams& streams);

/// Writes the result and the diagnostics; the exit code of the run.
int finish(const Arguments& arguments, Streams& streams, const Report& report, const std::string& result);

}  // namespace gouji
