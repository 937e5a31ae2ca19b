// SPDX-License-Identifier: Apache-2.0
// Owns: results of an earlier run, read back from JSON.
// Refuses: to judge anew: it knows what the results say.
#pragma once

#include "engine/base/result.hpp"
#include "engine/base/words.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

struct PastFinding {
    std::string rule;
    Severity severity = Severity::error;
    std::string message;
    std::string organ;
    std::string year;
    std::string file;
    std::vector<std::string> explains;                         ///< fingerprints of all that it explains, its own first
    std::vector<std::pair<std::string, std::string>> figures;  ///< operands: name and value, as printed
    std::string place;                                         ///< the names that its instance has bound
    std::vector<std::string> written;  ///< the formula with its figures, which is the same in every language
};

struct PastRun {
    std::vector<PastFinding> findings;
    std::map<std::pair<std::string, std::string>, int> filings;  ///< organ and year, and how many of them
    std::map<std::string, std::string> verdicts;                 ///< outcomes by fingerprint; empty without --all
};

/// True for what can only be a result: it begins as JSON does.
bool may_be_results(std::string_view content);

/// Results in JSON, or JSONL. `name` is for the diagnostic.
Result<PastRun> parse_results(std::string_view name, std::string_view content);

}  // namespace gouji
