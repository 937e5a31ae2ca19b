// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/list.hpp"

#include <utility>

namespace gouji {

PatternList::PatternList(std::vector<Pattern> all) : patterns(std::move(all)) {
    std::vector<const Pattern*> each;
    for (const Pattern& one : patterns) each.push_back(&one);
    index = PatternIndex(each);
    marks = PatternMarks(each);
}

}  // namespace gouji
