// SPDX-License-Identifier: Apache-2.0
// Owns: a finding as text: in brief, which is at most six lines before what people decided, and in full.
// Refuses: filings and runs. And to be used outside of reports/.
#pragma once

#include "reports/excerpt.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/text/private_text_page.hpp"

#include <string>

namespace gouji {

/// Where the excerpts of a finding are drawn from.
struct TextOfFiling {
    const std::string& file;
    const Places& places;
    Language language;
};

/// What is wrong, the sum, the likeliest cause, and one place.
void write_in_brief(TextPage& out, const DescribedFinding& finding, const TextOfFiling& from);

/// All that is known: every cause, figure and verdict of the same cause, and the basis.
void write_in_full(TextPage& out, const DescribedFinding& finding, const TextOfFiling& from);

}  // namespace gouji
