// SPDX-License-Identifier: Apache-2.0
// Owns: how two runs differ, for a person and for a program.
// Refuses: to compare.
#pragma once

#include "reports/past/compare_runs.hpp"

#include <string>
#include <vector>

namespace gouji {

std::string render_differences_text(const std::vector<Difference>& all, Language language);
std::string render_differences_json(const std::vector<Difference>& all, Language language);

}  // namespace gouji
