// SPDX-License-Identifier: Apache-2.0
// Owns: matching waivers with findings: which findings someone has answered for, and which waivers have lost their hold.
// Refuses: to read the clock; the day of the run is given.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/suite.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace gouji {

/// Findings that a waiver fits become waived. Told are waivers that have expired, those whose figures are no longer the
/// ones that were seen, and those that no finding of the filings given needs. A waiver for a filing that was not given is
/// left alone.
std::vector<Diagnostic> waive(const std::vector<std::pair<const Filing*, Judgement*>>& judged, const std::vector<Waiver>& waivers, std::int64_t today);

}  // namespace gouji
