// SPDX-License-Identifier: Apache-2.0
// Owns: what a workbench says of itself, as JSON (`State` in docs/api/openapi.yaml), and which organs it has.
// Refuses: to know the workbench.
#pragma once

#include "engine/base/words.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace gouji {

struct BenchState {
    std::size_t rules = 0;  ///< how many are in force
    std::string rules_version;
    bool may_decide = false;
    bool may_change_rules = false;
    bool has_store = false;
    std::size_t most_bytes = 0;
    std::size_t most_reports = 0;
    std::vector<std::string> endings;  ///< of files that are read
};
std::string render_state(const BenchState& state, Language language);

/// By organ and year, the id of a report.
std::string render_organs(const std::map<std::string, std::map<int, std::string>>& organs, Language language);

}  // namespace gouji
