// SPDX-License-Identifier: Apache-2.0
// Owns: what is said of one filing in JSON, inside of an object that is open.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/private_json.hpp"
#include "reports/report.hpp"

namespace gouji {

void write_read(Json& json, const CheckedFiling& checked);
/// `all`: every verdict, not only the findings.
void write_checked(Json& json, const CheckedFiling& checked, bool all);

}  // namespace gouji
