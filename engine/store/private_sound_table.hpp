// SPDX-License-Identifier: Apache-2.0
// Owns: whether a table that was decoded may be used: bytes may be anything.
// Refuses: to mend it.
#pragma once

#include "engine/model/filing.hpp"

namespace gouji {

/// The places that the table names are places that it has.
bool is_sound(const Table& table);

}  // namespace gouji
