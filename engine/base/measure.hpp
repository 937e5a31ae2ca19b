// SPDX-License-Identifier: Apache-2.0
// Owns: what a figure measures, and the units it may be printed in.
// Refuses: to add or compare figures that measure different things.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/words.hpp"

#include <optional>
#include <string_view>

namespace gouji {

enum class Measure {
    any,     ///< a bare number: goes with every other
    count,   ///< things: 件, 宗, 条, 份, 次, …
    amount,  ///< money, in 元
    share,   ///< parts of a whole: 45.6% is 0.456
    date,    ///< days since 1970-01-01
};

/// "number", "count", "amount", "share", "date".
std::string_view name_of(Measure measure);
Words words_of(Measure measure);
std::optional<Measure> measure_named(std::string_view name);

/// The measure that two figures have in common when they are added or compared; nothing when they have none.
std::optional<Measure> common(Measure a, Measure b);

/// The measure of a sum, difference, product and quotient; nothing where it means nothing (件 times 元 is 元, and
/// 元 by 元 is a share; a day less a day is a number of days, and a day and a day is nothing).
std::optional<Measure> sum_of(Measure a, Measure b);
std::optional<Measure> difference_of(Measure a, Measure b);
std::optional<Measure> product_of(Measure a, Measure b);
std::optional<Measure> quotient_of(Measure a, Measure b);

/// What a printed unit measures, and the power of ten that turns it into 元 or a part of one: 万元 is (amount, 4), ‰ is
/// (share, -3). Any other word counts things.
struct Unit {
    Measure measure = Measure::any;
    int power = 0;
};
Unit unit_of(std::string_view printed);

}  // namespace gouji
