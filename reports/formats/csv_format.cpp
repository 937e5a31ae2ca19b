// SPDX-License-Identifier: Apache-2.0
// 问题清单 (the list of findings) for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. No field is a
// formula.
#include "reports/finding/private_listing.hpp"
#include "reports/writers/private_csv_row.hpp"

namespace gouji {
namespace {

template <class TextOf>
std::string row_of(const TextOf& text_of) {
    std::vector<std::string> fields;
    for (const ListingColumn& column : listing_columns()) fields.push_back(text_of(column));
    return csv_row(fields);
}

std::string check_csv(const Report& report, const ReportOptions& options) {
    std::string out =
        std::string(csv_mark) + row_of([&](const ListingColumn& column) { return column.title.in(options.language); });
    for_each_listed(report, options.language, [&](const ListedFinding& row) {
        out += row_of([&](const ListingColumn& column) { return column.text(row); });
    });
    return out;
}

}  // namespace

extern const ReportFormat csv_format = {"csv", "问题清单，CSV", "a list of findings in CSV", check_csv, {}};

}  // namespace gouji
