// SPDX-License-Identifier: Apache-2.0
// Owns: a filing with its text for people, as it was read, and with all that was found in it.
// Refuses: to make any of the three.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/source/shown.hpp"

namespace gouji {

/// A finished reading: the readings of its tables are chosen, and its empty cells are inferred.
struct ReadFiling {
    Shown shown;  ///< its text, for people to read
    Filing filing;
};

struct CheckedFiling {
    Shown shown;  ///< its text, for people to read
    Filing filing;
    Judgement judgement;
};

}  // namespace gouji
