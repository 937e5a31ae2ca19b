// SPDX-License-Identifier: Apache-2.0
// Owns: 问题清单 (the list of findings) with the fields of a 整改台账 (ledger of what is put right), as a table of
// columns for CSV and XLSX.
// Refuses: escaping and layout. And to be used outside of reports/.
#pragma once

#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A row of the list.
struct ListedFinding {
    int number = 0;  ///< from 1, over all filings
    const Filing& filing;
    const DescribedFiling& filing_words;
    const DescribedFinding& finding;
};

struct ListingColumn {
    Wording title;
    int width = 0;  ///< in a sheet, in characters
    std::function<std::string(const ListedFinding& row)> text;
    bool is_number = false;
    std::string_view decision_field = {};  ///< the field that a person fills in; empty where the program does
};

/// All columns: what the program found, then what people have decided of it.
std::span<const ListingColumn> listing_columns();

void for_each_listed(
    const Report& report, Language language, const std::function<void(const ListedFinding& row)>& visit);

/// The messages of all that the finding explains, its own first, a line each.
std::string messages_of(const DescribedFinding& finding);

}  // namespace gouji
