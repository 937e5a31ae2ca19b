// SPDX-License-Identifier: Apache-2.0
// Owns: findings: which cells, changed as little as can be, would make what failed hold, and which failures have one
// cause.
// Refuses: to change a filing: a repair is proposed, never made. And to judge: verdicts stay what they are.
#pragma once

#include "engine/check/verdicts/judge.hpp"

namespace gouji {

/// Fills `findings`. The sums are those that all rules state over the cells of one filing, reported or not; whole
/// numbers, and decimals of up to four places. Candidates are weighed by the slips that explain them and by what else
/// would hold or fail if they were right, the prose and the year before among it.
void find_causes(const Case& given, const Catalogue& catalogue, Judgement& judgement);

}  // namespace gouji
