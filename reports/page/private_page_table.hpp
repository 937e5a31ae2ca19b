// SPDX-License-Identifier: Apache-2.0
// Owns: a table of a filing on the page, laid out as its form prints it: whole, or the rows and columns that a finding
// is about.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/page/private_filing_on_page.hpp"

#include <cstddef>

namespace gouji {

/// The cells that findings speak of have ids, and link to them.
void write_whole_table(HtmlWriter& html, const FilingOnPage& filing, const Table& table, Language language);

/// Of each table that the finding speaks of, its cells with their names; they link to the whole table.
void write_table_excerpts(HtmlWriter& html, const FilingOnPage& filing, std::size_t finding, Language language);

}  // namespace gouji
