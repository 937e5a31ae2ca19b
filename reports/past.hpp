// SPDX-License-Identifier: Apache-2.0
// Owns: results of an earlier run, read back from JSON, and how two runs differ.
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

/// How a finding of one run stands to the other.
struct Difference {
    enum class Kind { came, went, changed };
    Kind kind = Kind::came;
    const PastFinding* before = nullptr;
    const PastFinding* now = nullptr;
    std::string outcome;       ///< of one that went, where the newer results say it
    bool filing_gone = false;  ///< of one that went: its filing is not in the newer results
    struct Figure {
        std::string name;
        std::string before;  ///< empty where it took no part
        std::string now;
    };
    std::vector<Figure> figures;  ///< of one that changed
};

/// In the order came, changed, went; each in the order of its run. Two findings are one where they share an instance;
/// of those left, where they are of one rule and place, those with the same figures first. What they say is compared,
/// not in which words.
std::vector<Difference> compare_runs(const PastRun& before, const PastRun& now);

std::string render_differences_text(const std::vector<Difference>& all, Language language);
std::string render_differences_json(const std::vector<Difference>& all, Language language);

}  // namespace gouji
