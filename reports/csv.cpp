// SPDX-License-Identifier: Apache-2.0
// 问题清单 (the list of findings) for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. No field is a
// formula.
#include "reports/private_listing.hpp"

namespace gouji {
namespace {

/// What begins with one of these is run by spreadsheets; a quote before it makes it a text.
std::string field(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    std::string made = "\"";
    for (const char c : text) made += c == '"' ? std::string("\"\"") : std::string(1, c);
    return made + "\"";
}

template <class Of>
std::string row(const Of& of) {
    std::string made;
    for (const ListingColumn& one : listing_columns()) made += (made.empty() ? "" : ",") + field(of(one));
    return made + "\r\n";
}

}  // namespace

std::string render_check_csv(const Report& report, const ReportOptions& options) {
    std::string out =
        "\xEF\xBB\xBF" + row([&](const ListingColumn& column) { return column.title.in(options.language); });
    for_each_listed(report, [&](const Listed& one) {
        out += row([&](const ListingColumn& column) { return column.of(one, options.language); });
    });
    return out;
}

}  // namespace gouji
