// SPDX-License-Identifier: Apache-2.0
// Owns: laying what people have decided beside the findings of a run, by fingerprint.
// Refuses: to change a verdict or a decision, and to lose one: where no finding is left, the decision stays with its filing.
#pragma once

#include "engine/model/decision.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"

#include <utility>
#include <vector>

namespace gouji {

/// A decision goes to the finding that has its instance among those that it explains; one whose instance does not fail any
/// more is among those that are left. Told are decisions whose figures have changed, and how many are about filings that
/// the run was not given. Causes must be found before.
std::vector<Diagnostic> lay_decisions(const std::vector<std::pair<const Filing*, Judgement*>>& judged, const std::vector<Decision>& decisions);

}  // namespace gouji
