// SPDX-License-Identifier: Apache-2.0
// Owns: 问题清单 (the list of findings) with the fields of a 整改台账 (ledger of what is put right), as a table of
// columns for CSV and XLSX.
// Refuses: escaping and layout. And to be used outside of reports/.
#pragma once

#include "engine/base/origin.hpp"
#include "engine/model/decision.hpp"
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A row of the list.
struct ListedFinding {
    const Filing& filing;
    const DescribedFiling& filing_words;
    const DescribedFinding& finding;
};

struct ListingColumn {
    Wording title;
    int width = 0;  ///< in a sheet, in characters
    std::function<std::string(const ListedFinding& row)> text;
    bool is_number = false;
    bool is_detail = false;                ///< for the screen: a page has no room for it
    std::string_view decision_field = {};  ///< the field that a person fills in; empty where the program does
};

/// All columns: the number of the row, which is empty until all rows are in order; what the program found, what people
/// have decided of it, and details.
std::span<const ListingColumn> listing_columns();

/// The width of the column of each of `decision_fields`, in characters.
inline constexpr std::array<int, decision_fields.size()> decision_widths = {4, 5, 4, 5, 5, 6, 6, 4, 5, 6, 5};

/// Columns by which a row of the list finds its way back into a decision file (reports/past/typed_list.hpp).
namespace listing_titles {
inline constexpr Wording organ = {origin::listing[1].zh, origin::listing[1].en};
inline constexpr Wording year = {origin::listing[2].zh, origin::listing[2].en};
inline constexpr Wording finding = {origin::listing[3].zh, origin::listing[3].en};
inline constexpr Wording rule = {"规则", "rule"};
inline constexpr Wording fingerprint = {"指纹", "fingerprint"};
inline constexpr Wording seen = {"所见的数", "figures seen"};
inline constexpr Wording was_found = {"当时的问题", "what was found"};
inline constexpr Wording verdict_now = {"现在的判定", "verdict of now"};
}  // namespace listing_titles

/// The rows of one filing. The first column, which counts the rows of all filings, is empty.
void for_each_listed(
    const CheckedFiling& checked, Language language, const std::function<void(const ListedFinding& row)>& visit);

/// The messages of all that the finding explains, its own first, a line each.
std::string messages_of(const DescribedFinding& finding);

}  // namespace gouji
