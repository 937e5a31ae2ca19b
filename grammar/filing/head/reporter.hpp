// SPDX-License-Identifier: Apache-2.0
// Owns: whose report it is: every place that names an organ is a candidate, and the one that is trusted most is taken.
// Refuses: to choose among organs that are trusted alike and are not the same: the organ is unknown then.
#pragma once

#include "grammar/filing/head/report_head.hpp"

#include <string>

namespace gouji {

/// Empty where it is not certain.
std::string find_reporter(const ReportHead& head);

}  // namespace gouji
