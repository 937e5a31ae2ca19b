// SPDX-License-Identifier: Apache-2.0
// Owns: the ids of a list, for messages that say what there is.
// Refuses: to sort them.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace gouji {

/// Each id once, in the order of the list.
std::vector<std::string> ids_of(const auto& all, auto id_of) {
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const auto& item : all) {
        if (seen.insert(id_of(item)).second) ids.push_back(id_of(item));
    }
    return ids;
}

}  // namespace gouji
