// SPDX-License-Identifier: Apache-2.0
// Owns: the certain cells of a table as whole numbers side by side, for the quick way to an outcome.
// Refuses: to be needed: it is there for speed, as check/verdicts/private_plain_sums.hpp says.
#pragma once

#include "engine/model/filing.hpp"

namespace gouji {

/// Fills `counts` of every table whose figures are certain. Whoever changes cells calls it again.
void prepare_counts(Filing& filing);

}  // namespace gouji
