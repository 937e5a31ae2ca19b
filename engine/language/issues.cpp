// SPDX-License-Identifier: Apache-2.0
#include "engine/language/issues.hpp"

#include <utility>

namespace gouji {

void Issues::add(Issue issue) {
    if (places_.insert(place(issue.diagnostic.code, issue.formula, issue.span)).second)
        list_.push_back(std::move(issue));
}

}  // namespace gouji
