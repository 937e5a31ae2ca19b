// SPDX-License-Identifier: Apache-2.0
// Owns: a row of CSV for spreadsheets: RFC 4180, and no field is a formula.
// Refuses: to know the columns. And to be used outside of reports/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// At the beginning of a file: by it Excel knows UTF-8.
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

/// The fields, each quoted, and the end of the line.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace gouji
