// SPDX-License-Identifier: Apache-2.0
// Owns: the line and column of a finding, and its message with the sum, for formats that other programs read.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "reports/finding/private_described_finding.hpp"

#include <string>
#include <vector>

namespace gouji {

/// Where to look first in the text of the filing; line 1, column 1 where the filing as a whole is meant.
TextPlace begin_of(const CheckedFiling& checked, const Places& places, const Finding& finding);

/// The messages of all that the finding explains, the sum that does not hold, and the likely causes: a line each.
std::vector<std::string> lines_of(const CheckedFiling& checked, const Finding& finding, Language language);

}  // namespace gouji
