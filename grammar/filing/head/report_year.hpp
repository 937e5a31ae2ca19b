// SPDX-License-Identifier: Apache-2.0
// Owns: the year that a report covers: from its titles, then from the period of its figures and its sentences.
// Refuses: the years of reports that it only mentions; and to choose among years that are trusted alike.
#pragma once

#include "grammar/filing/head/report_head.hpp"

#include <optional>

namespace gouji {

std::optional<int> find_year(const ReportHead& head);

}  // namespace gouji
