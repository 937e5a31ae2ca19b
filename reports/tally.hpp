// SPDX-License-Identifier: Apache-2.0
// Owns: what a run comes to, filing by filing: so much of each as its summary needs.
// Refuses: to keep a filing.
#pragma once

#include "engine/check/checked_filing.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string_view>

namespace gouji {

struct Tally {
    struct Undecided {
        const RuleHead* rule = nullptr;
        Words why;  ///< empty where the reasons differ
        std::size_t count = 0;
    };

    std::size_t filings = 0;
    std::array<std::size_t, 3> findings{};  ///< by severity
    std::array<std::size_t, 7> outcomes{};
    std::size_t unverified = 0;                       ///< filings of which nothing passed and nothing failed
    std::map<std::string_view, Undecided> undecided;  ///< by the ids of the rules

    void add(const CheckedFiling& checked);
};

}  // namespace gouji
