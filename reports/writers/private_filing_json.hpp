// SPDX-License-Identifier: Apache-2.0
// Owns: what is said of one filing in JSON, inside of an object that is open.
// Refuses: to be used outside of reports/.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {

void write_read(JsonWriter& json, const CheckedFiling& checked);
/// `all`: every verdict, not only the findings.
void write_checked(JsonWriter& json, const CheckedFiling& checked, bool all);

}  // namespace gouji
