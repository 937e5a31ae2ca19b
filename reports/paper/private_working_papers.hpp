// SPDX-License-Identifier: Apache-2.0
// Owns: 审计工作底稿 (audit working papers), one for each filing: what was checked and how, what was found, on what it
// rests. Names and days are left to people.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "reports/finding/private_described_finding.hpp"
#include "reports/paper/private_paper.hpp"
#include "reports/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

Paper working_paper(const CheckedFiling& checked, Language language);

/// The files that could not be read, with the reason; nothing where all were.
std::optional<Paper> paper_of_unread(const std::vector<Diagnostic>& diagnostics, Language language);

/// Its sum, what readings and missing figures were taken for, and its figures with their places.
std::string sum_and_evidence(const DescribedFinding& finding, Language language);

}  // namespace gouji
