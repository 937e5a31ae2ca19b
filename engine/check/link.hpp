// SPDX-License-Identifier: Apache-2.0
// Owns: which of the filings given together belong to each other: the year before, and those of the organs below.
// Refuses: to take one for another: two that may be meant are none, with the reason.
#pragma once

#include "engine/check/judge.hpp"

#include <vector>

namespace gouji {

/// For each filing its case, in the same order. Organs are the same by name, or as the list of organs says.
std::vector<Case> link_filings(const std::vector<const Filing*>& filings, const std::vector<Organ>& organs);

/// The level of an organ as the list has it; as its name says where no list does.
void take_level(Filing& filing, const std::vector<Organ>& organs);

}  // namespace gouji
