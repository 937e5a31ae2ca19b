// SPDX-License-Identifier: Apache-2.0
// Owns: trends as one HTML page to read offline: charts are part of it, nothing is loaded, and nothing runs.
// Refuses: to ask; it shows what was collected.
#pragma once

#include "reports/trends/trends_report.hpp"

#include <string>

namespace gouji {

std::string render_trends_html(const TrendsReport& report, Language language);

}  // namespace gouji
