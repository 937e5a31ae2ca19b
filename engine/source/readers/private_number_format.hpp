// SPDX-License-Identifier: Apache-2.0
// Owns: a number of a sheet as it is shown in its cell, as far as a figure depends on it: dates, shares, units in the
// format.
// Refuses: binary fractions: the decimal digits are rounded as such. And to be used outside of this folder.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// The 15 significant digits that a sheet shows of a stored number: 0.28000000000000003 is 0.28, 1.5E3 is 1500. What is
/// no such number, or would have more than 30 digits, comes back as it is.
std::string plain_digits(std::string_view stored);

/// `code`: the format as the sheet writes it (0.00"万元", yyyy/m/d, 0.0%). `early`: days count from 1904.
std::string show_number(std::string_view stored, std::string_view code, bool early);

/// The format codes that have a number and no text of their own (ECMA-376 part 1, 18.8.30); empty for General.
std::string_view builtin_format(int number);

}  // namespace gouji
