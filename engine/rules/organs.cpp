// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/organs.hpp"

namespace gouji {

OrganIndex::OrganIndex(const std::vector<Organ>& organs) {
    for (const Organ& organ : organs) {
        organs_.emplace(organ.name, &organ);
        for (const std::string& name : organ.names) organs_.emplace(name, &organ);
    }
}

const Organ* OrganIndex::named(std::string_view name) const {
    const auto found = organs_.find(name);
    return found == organs_.end() ? nullptr : found->second;
}

}  // namespace gouji
