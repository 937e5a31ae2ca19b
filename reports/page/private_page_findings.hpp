// SPDX-License-Identifier: Apache-2.0
// Owns: the findings of a filing on the page, and the verdicts that were waived or are in error.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/finding/private_described_filing.hpp"
#include "reports/page/private_filing_on_page.hpp"
#include "reports/report.hpp"

namespace gouji {

/// `options`: the language, and the address of the rule book.
void write_findings(
    HtmlWriter& html, const FilingOnPage& filing, const DescribedFiling& described, const ReportOptions& options);
/// A line for each reason.
void write_answered(HtmlWriter& html, const CheckedFiling& checked, Language language);

}  // namespace gouji
