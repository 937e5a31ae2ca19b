// SPDX-License-Identifier: Apache-2.0
// Owns: what rules come to on some reports, beside what they came to before, as JSON (`Effect` in
// docs/api/openapi.yaml).
// Refuses: to judge.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/model/verdict.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// What some rules come to on a report.
struct RuleOutcomes {
    struct One {
        std::string rule;
        At at;
        Outcome outcome = Outcome::pass;
        Words message;
    };
    std::string file;
    std::string organ;
    std::optional<int> year;
    std::vector<One> instances;
};

struct RuleEffect {
    std::vector<Diagnostic> diagnostics;
    std::map<std::string, std::string> ids;  ///< of the reports, by file
    std::vector<RuleOutcomes> now;
    std::vector<RuleOutcomes> before;
};
std::string render_effect(const RuleEffect& effect, Language language);

}  // namespace gouji
