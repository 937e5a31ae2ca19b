// SPDX-License-Identifier: Apache-2.0
// Owns: what a list of organs says: their other names, whose work they took over, their level, whom they are under.
// Refuses: to guess; two names are one organ when a list says so, or when they are the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji {

struct Organ {
    std::string name;
    std::vector<std::string> names;   ///< other spellings, and names that it had
    std::vector<std::string> before;  ///< organs whose work it took over
    std::string level;                ///< empty: as its name says
    std::string under;                ///< the organ whose report sums up its own, if any
    std::string file;
    std::size_t offset = 0;
    std::size_t under_offset = 0;
};

/// Organs by any of their names: lists have thousands. The organs must live as long, where they are.
class OrganIndex {
public:
    explicit OrganIndex(const std::vector<Organ>& organs);

    /// The first entry that has the name; nothing when none does.
    [[nodiscard]] const Organ* named(std::string_view name) const;

private:
    std::unordered_map<std::string_view, const Organ*> organs_;
};

}  // namespace gouji
