// SPDX-License-Identifier: Apache-2.0
// Owns: the findings of a filing on the page, and what could not be decided.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/finding/private_described_filing.hpp"
#include "reports/page/private_filing_on_page.hpp"

namespace gouji {

void write_findings(HtmlWriter& html, const FilingOnPage& filing, const DescribedFiling& described, Language language);
void write_open_verdicts(HtmlWriter& html, const FilingOnPage& filing, Language language);

}  // namespace gouji
