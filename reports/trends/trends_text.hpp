// SPDX-License-Identifier: Apache-2.0
// Owns: trends as short tables for a terminal.
// Refuses: to ask; it shows what was collected.
#pragma once

#include "reports/trends/trends_report.hpp"

#include <string>

namespace gouji {

std::string render_trends_text(const TrendsReport& report, Language language);

}  // namespace gouji
