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
    share,   ///< parts of a whole, in per cent
};

/// "count", "amount", "share", "number".
std::string_view name_of(Measure measure);
Words words_of(Measure measure);
std::optional<Measure> measure_named(std::string_view name);

/// The measure that two figures have in common when they are added or compared; nothing when they have none.
std::optional<Measure> common(Measure a, Measure b);

/// What a printed unit measures, and the power of ten that turns it into 元 or per cent: 万元 is (amount, 4), ‰ is
/// (share, -1). Any other word counts things.
struct Unit {
    Measure measure = Measure::any;
    int power = 0;
};
Unit unit_of(std::string_view printed);

}  // namespace gouji
