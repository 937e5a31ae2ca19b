// SPDX-License-Identifier: Apache-2.0
// 问题清单 (the list of findings) for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. No field is a
// formula.
#include "reports/finding/private_listing.hpp"

namespace gouji {
namespace {

/// A spreadsheet runs what begins with one of these; a quote before it makes it a text.
std::string csv_field(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    std::string field = "\"";
    for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
    return field + "\"";
}

template <class TextOf>
std::string csv_row(const TextOf& text_of) {
    std::string row;
    for (const ListingColumn& column : listing_columns()) row += (row.empty() ? "" : ",") + csv_field(text_of(column));
    return row + "\r\n";
}

std::string check_csv(const Report& report, const ReportOptions& options) {
    std::string out =
        "\xEF\xBB\xBF" + csv_row([&](const ListingColumn& column) { return column.title.in(options.language); });
    for_each_listed(report, options.language, [&](const ListedFinding& row) {
        out += csv_row([&](const ListingColumn& column) { return column.text(row); });
    });
    return out;
}

}  // namespace

extern const ReportFormat csv_format = {"csv", "问题清单，CSV", "a list of findings in CSV", check_csv, {}};

}  // namespace gouji
