// SPDX-License-Identifier: Apache-2.0
// Owns: the joint choice among the readings of a table: which combinations break the fewest of the form's relations.
// Refuses: to settle what the relations leave open; such cells stay uncertain, and each reading set aside has its
// reason.
#pragma once

#include "engine/model/filing.hpp"

namespace gouji {

/// For every table with choices: fills `remaining`, `least_broken`, the preferred and set-aside readings, adds the
/// relations that were needed to `evidence`, and puts the preferred values into the cells. A search past its bound
/// leaves `searched` false, and all readings of that table open.
void choose_readings(Filing& filing);

/// Makes the cells of a choice those of one of its readings.
void put_reading(Table& table, const Choice& choice, const Choice::Reading& reading);

}  // namespace gouji
