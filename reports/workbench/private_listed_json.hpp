// SPDX-License-Identifier: Apache-2.0
// Owns: an entry of the list as a part of other JSON.
// Refuses: to be used outside of reports/.
#pragma once

#include "reports/workbench/listed_report.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {

/// A whole object.
void write_listed(JsonWriter& json, const ListedReport& report);

}  // namespace gouji
