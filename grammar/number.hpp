// SPDX-License-Identifier: Apache-2.0
// Owns: reading numbers as filings print them: 1,234  0.28万元  45.6%  十二.
// Refuses: to take a part of a number for a number, and to guess a unit that is not printed.
#pragma once

#include "engine/base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Figure {
    std::optional<Decimal> value;  ///< nothing when there are more than 18 digits
    std::string unit;              ///< 元, 万元, 亿元, %, ‰, or one of the counting words; empty if none follows
    bool approximate = false;      ///< 300余件
    std::size_t digits_end = 0;
    std::size_t end = 0;
};

/// The figure that begins at `at` of normalised text; `units` are the words that count things.
/// 3.4万件 is 34000 with unit 件; 0.28万元 keeps its unit.
std::optional<Figure> read_figure(std::string_view text, std::size_t at, const std::vector<std::string>& units);

/// The value of a numeral such as 十二 or 二〇二二; nothing for other texts.
std::optional<Decimal> value_of_numeral(std::string_view numeral);

}  // namespace gouji
