// SPDX-License-Identifier: Apache-2.0
// Owns: a filing with its text for people and with all that was said of it.
// Refuses: to make any of the three.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/source/shown.hpp"

namespace gouji {

struct CheckedFiling {
    Shown shown;  ///< its text, for people to read
    Filing filing;
    Judgement judgement;
};

}  // namespace gouji
