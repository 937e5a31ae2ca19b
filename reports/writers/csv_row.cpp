// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_csv_row.hpp"

#include "engine/base/decimal.hpp"

namespace gouji {
namespace {

/// A spreadsheet runs what begins with one of these, unless it is a number; a quote before it makes it a text.
std::string csv_field(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos
        && !Decimal::parse(text))
        text.insert(text.begin(), '\'');
    std::string field = "\"";
    for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
    return field + "\"";
}

}  // namespace

std::string csv_row(const std::vector<std::string>& fields) {
    std::string row;
    for (const std::string& field : fields) row += (row.empty() ? "" : ",") + csv_field(field);
    return row + "\r\n";
}

}  // namespace gouji
