// SPDX-License-Identifier: Apache-2.0
// Owns: years and days as numbers, from the texts that {年份} and {日期} match.
// Refuses: to find them in a text; and days that no calendar has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// 2022, 二〇二二, 二O二二; nothing for anything else.
std::optional<int> year_of(std::string_view text);

/// 2023年1月3日, 二○二三年一月三日, 20230103 and the like as 2023-01-03; empty for a day that no calendar has.
std::string date_of(std::string_view text);

}  // namespace gouji
