// SPDX-License-Identifier: Apache-2.0
// Owns: patterns in the order in which they are tried, with what finds the places that they may begin at.
// Refuses: to try them: whoever looks for one says where, and what comes first.
#pragma once

#include "grammar/pattern/marks.hpp"
#include "grammar/pattern/pattern.hpp"

#include <vector>

namespace gouji {

struct PatternList {
    PatternList() = default;
    explicit PatternList(std::vector<Pattern> all);

    std::vector<Pattern> patterns;
    PatternIndex index;
    PatternMarks marks;
};

}  // namespace gouji
