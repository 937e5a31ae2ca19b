// SPDX-License-Identifier: Apache-2.0
// Owns: the number by which a finding is known from one run to the next.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"

#include <vector>

namespace gouji {

/// A fingerprint stays the same when the file moves, its lines shift or its figures change: organ (or else the name of the
/// file), year, rule, place, and a running number among those alike in all of that, which differ in their place in the text alone.
/// `verdicts` are all of the filing.
void number_fingerprints(const Filing& filing, std::vector<Verdict>& verdicts);

}  // namespace gouji
