// SPDX-License-Identifier: Apache-2.0
// Owns: suites (which rules a run evaluates, and how severely) and waivers (findings that someone has answered for).
// Refuses: to apply them; catalogue.cpp chooses the rules, check/decisions/waive.hpp matches waivers with findings.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/base/words.hpp"
#include "engine/model/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

struct Suite {
    /// A name in the file, with its place to point at.
    struct PlacedName {
        std::string id;
        std::size_t offset = 0;
    };
    struct RuleChange {
        PlacedName rule;
        std::optional<Severity> severity;  ///< nothing: left out
        Words reason;
    };
    std::string name;
    Words title;
    std::vector<PlacedName> extends;
    std::vector<PlacedName> rules;  ///< * for all
    std::vector<RuleChange> changes;
    std::string file;
    std::size_t offset = 0;
};

struct Waiver {
    std::string rule;
    std::string organ;
    int year = 0;
    At at;  ///< empty names match any
    SeenFigures cells;
    std::string reason;
    std::string approver;
    std::int64_t expires = 0;  ///< the last day on which it holds
    std::string file;
    int line = 0;
    int column = 0;
    std::size_t rule_offset = 0;
};

}  // namespace gouji
