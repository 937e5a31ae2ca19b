// SPDX-License-Identifier: Apache-2.0
// Owns: the evidence of a filing on the page: its tables as they were read, and the original around its findings.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/page/private_filing_on_page.hpp"

namespace gouji {

void write_tables(HtmlWriter& html, const FilingOnPage& filing, Language language);
void write_original(HtmlWriter& html, const FilingOnPage& filing, Language language);

}  // namespace gouji
