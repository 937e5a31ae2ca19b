// SPDX-License-Identifier: Apache-2.0
// Owns: changed copies of rules, and whether the tests of the rule notice each change; and what no rule watches.
// Refuses: to change messages and severities; a test cannot tell those.
#pragma once

#include "engine/rules/catalogue.hpp"

#include <string>
#include <vector>

namespace gouji {

struct Mutant {
    std::string rule;
    std::string file;
    int line = 0;
    std::string before;  ///< the formula as it is written
    Words change;        ///< what was done to it
    bool noticed = false;
};

/// Every change of every reported rule that still compiles and does change its programs. The catalogue is as before
/// when it is done.
std::vector<Mutant> mutate_rules(Catalogue& catalogue);

/// The cells of a table that no reported rule looks at.
struct Unwatched {
    std::string form;
    std::string table;
    std::vector<std::string> cells;  ///< [行, 列]
};
std::vector<Unwatched> unwatched_cells(const Catalogue& catalogue);

}  // namespace gouji
