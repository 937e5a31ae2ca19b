// SPDX-License-Identifier: Apache-2.0
// Owns: a filing as it would be under each of the readings that are left.
// Refuses: to choose among them (choose.hpp does).
#pragma once

#include "engine/model/filing.hpp"

#include <vector>

namespace gouji {

struct FilingUnderReading {
    Filing filing;  ///< its cells are those of the readings
    Words said;     ///< 本年新收 读作 157|8|0|0|11|1|177
};

/// The filing under each combination that is left of tables whose relations do not hold, the preferred ones first; no
/// more than `most`. Empty where there is nothing to choose: the filing is its only reading then.
std::vector<FilingUnderReading> readings_left(const Filing& filing, std::size_t most);

}  // namespace gouji
