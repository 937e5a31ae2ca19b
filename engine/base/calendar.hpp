// SPDX-License-Identifier: Apache-2.0
// Owns: days of the Gregorian calendar, as numbers counted from 1970-01-01.
// Refuses: clocks and time zones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// Nothing for a day that does not exist, and outside of the years 1 to 9999.
std::optional<std::int64_t> day_of(std::int64_t year, std::int64_t month, std::int64_t day);
/// The day of 2023-01-13; nothing for anything else.
std::optional<std::int64_t> parse_day(std::string_view text);
/// 2023-01-13; empty outside of the years 1 to 9999.
std::string print_day(std::int64_t day);

}  // namespace gouji
