// SPDX-License-Identifier: Apache-2.0
// Owns: the verdicts of a filing: every instance of every rule, under every combination of readings that remains.
// Refuses: to report; what is shown, and how, is up to reports/.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/catalogue.hpp"

#include <cstddef>

namespace gouji {

/// All reported rules. `choose_readings` must have been called on the filing. Messages are in both languages.
Judgement judge(const Filing& filing, const Catalogue& catalogue);

/// The rules of one id: `first` and those behind it with the same id. For tests of rules.
std::vector<Verdict> judge_rule(const Filing& filing, const Catalogue& catalogue, std::size_t first);

}  // namespace gouji
