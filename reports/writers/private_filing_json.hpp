// SPDX-License-Identifier: Apache-2.0
// Owns: what is said of one filing in JSON, inside of an object that is open.
// Refuses: to be used outside of reports/.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {

/// The names that an instance is bound to.
void write_at(JsonWriter& json, const At& at);
/// The readings of the cell agree, and nothing marks it: no label that was mended, no figure that cannot be read.
bool is_certain(const Table& table, int index);
void write_read(JsonWriter& json, const CheckedFiling& checked);
/// `all`: every verdict, not only the findings.
void write_checked(JsonWriter& json, const CheckedFiling& checked, bool all);

}  // namespace gouji
