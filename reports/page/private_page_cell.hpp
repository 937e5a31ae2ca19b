// SPDX-License-Identifier: Apache-2.0
// Owns: a cell of a table on the page: its figure, what is odd about it, and what findings say of it.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/page/private_filing_on_page.hpp"

#include <cstddef>

namespace gouji {

void write_cell(HtmlWriter& html, const FilingOnPage& filing, const Cell& cell, Language language);
/// The cell as one finding has it: marked if it took part, with the figure that is expected if it is likely wrong.
void write_excerpt_cell(
    HtmlWriter& html, const FilingOnPage& filing, const Cell& cell, std::size_t finding, Language language);

}  // namespace gouji
