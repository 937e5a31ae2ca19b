// SPDX-License-Identifier: Apache-2.0
// Owns: 审计取证单 (audit evidence sheets), one for each finding: what was found, by which sum, where. The project,
// names, days and the answer of the audited unit are left to people.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "reports/paper/private_paper.hpp"
#include "reports/report.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

/// Of one filing: none where nothing was found.
std::vector<Paper> evidence_sheets(const CheckedFiling& checked, Language language);

/// Of a filing in which nothing was verified what there is to say in place of sheets; empty for any other.
std::string unverified_words(const CheckedFiling& checked, Language language);

/// In place of sheets, where no filing has one: what was not verified must not look clean. `unverified`: what is said
/// of such filings. `filings`: how many there are.
Paper sheet_without_finding(const std::vector<std::string>& unverified, std::size_t filings, Language language);

}  // namespace gouji
