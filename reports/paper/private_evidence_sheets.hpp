// SPDX-License-Identifier: Apache-2.0
// Owns: 审计取证单 (audit evidence sheets), one for each finding: what was found, by which sum, where. The project,
// names, days and the answer of the audited unit are left to people.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "reports/paper/private_paper.hpp"
#include "reports/report.hpp"

#include <vector>

namespace gouji {

/// A sheet that says so where nothing was found.
std::vector<Paper> evidence_sheets(const Report& report, Language language);

}  // namespace gouji
