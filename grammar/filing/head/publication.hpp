// SPDX-License-Identifier: Apache-2.0
// Owns: the day on which a report was published: what the page calls so, then a day by itself below its title, then the
// day on which it was written.
// Refuses: the days of updates, visits and documents that the page tells of.
#pragma once

#include "grammar/filing/head/report_head.hpp"

#include <string>

namespace gouji {

/// As 2023-01-13; empty where it is not known.
std::string find_publication(const ReportHead& head);

}  // namespace gouji
