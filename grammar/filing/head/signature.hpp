// SPDX-License-Identifier: Apache-2.0
// Owns: the signature at the end of a report: the names and the day on its last lines.
// Refuses: lines of a table, and what the page has below with words of its own (主办：…).
#pragma once

#include "grammar/filing/head/report_head.hpp"

#include <string>
#include <vector>

namespace gouji {

struct Signature {
    std::vector<std::string> names;
    std::string day;  ///< as 2023-01-13; empty where there is none
};

Signature find_signature(const ReportHead& head);

}  // namespace gouji
