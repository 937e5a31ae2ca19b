// SPDX-License-Identifier: Apache-2.0
// Owns: the evidence of a filing on the page: its tables as they were read, and the original around its findings, both
// folded; and the words around the figures of one finding.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/page/private_filing_on_page.hpp"

namespace gouji {

/// What the finding speaks of outside of tables, with the words around it.
void write_quotes(HtmlWriter& html, const FilingOnPage& filing, std::size_t finding, Language language);
void write_tables(HtmlWriter& html, const FilingOnPage& filing, Language language);
void write_original(HtmlWriter& html, const FilingOnPage& filing, Language language);

}  // namespace gouji
