// SPDX-License-Identifier: Apache-2.0
// Owns: 问题清单 (the list of findings) with the fields of a 整改台账 (ledger of what is put right), as a table of
// columns: CSV, XLSX and the working paper take what they need of it.
// Refuses: escaping and layout. And to be used outside of reports/.
#pragma once

#include "reports/excerpt.hpp"
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

#include <functional>
#include <span>
#include <string>

namespace gouji {

/// A finding on its way into a list.
struct Listed {
    int number = 0;  ///< from 1, over all filings
    const CheckedFiling& checked;
    const Finding& finding;
    const Verdict& verdict;  ///< that speaks for it
    const Places& places;
};

struct ListingColumn {
    Label title;
    int width = 0;  ///< in a sheet, in characters
    std::function<std::string(const Listed& one, Language language)> of;
};

/// All columns: what the program found, then what people have decided of it.
std::span<const ListingColumn> listing_columns();

void for_each_listed(const Report& report, const std::function<void(const Listed&)>& take);

/// The figures that took part, with their places in the file; no zeros of long sums.
std::string tell_evidence(const Listed& one, Language language);

/// The messages of all that the finding explains, a line each.
std::string tell_messages(const Listed& one, Language language);

}  // namespace gouji
