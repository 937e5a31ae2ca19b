// SPDX-License-Identifier: Apache-2.0
// Owns: what a run comes to, filing by filing: what its summary needs of each, and the summary as people read it.
// Refuses: to keep a filing.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/check/checked_filing.hpp"
#include "reports/worst_filings.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Tally {
    /// How often something came up, and in how many filings.
    struct Spread {
        std::size_t count = 0;
        std::size_t filings = 0;
        std::size_t last = 0;  ///< the filing that was counted last

        /// `filing`: its number, from 1.
        void add(std::size_t filing) {
            ++count;
            if (last != filing) ++filings;
            last = filing;
        }
    };
    /// Checks that one thing keeps undecided, in whichever reports: the report of the year before, a table.
    struct OpenReason {
        Words why;                                     ///< of any organ and year
        std::map<std::string, const RuleHead*> rules;  ///< by their ids
        Spread checks;
    };
    struct FailedRule {
        const RuleHead* rule = nullptr;
        Severity severity = Severity::note;
        Spread findings;
    };

    std::size_t filings = 0;
    std::array<std::size_t, 3> findings{};  ///< by severity
    std::array<std::size_t, 7> outcomes{};
    std::size_t unverified = 0;                   ///< filings in which nothing passed and nothing failed
    std::map<std::string, OpenReason> undecided;  ///< by their reasons in Chinese
    std::map<std::string, OpenReason> assumed;    ///< likewise
    std::map<std::string, FailedRule> failed;     ///< by the ids of the rules
    WorstFilings worst;

    void add(const CheckedFiling& checked);
};

/// A run after its last filing.
struct FinishedRun {
    const Tally& tally;
    const std::vector<Diagnostic>& diagnostics;
};

struct RunSummary {
    std::string headline;  ///< how many filings, findings by severity, what was not read
    /// Findings by rule where there are several reports, what could not be decided and why, and what was not verified;
    /// a line each.
    std::vector<std::string> details;
};
RunSummary summarise(const FinishedRun& run, Language language);
/// The headline and the details, a line each.
std::string render_summary(const FinishedRun& run, Language language);

/// The first lines of a text about several reports: what it comes to, and which are the worst. Empty for one report.
std::vector<std::string> opening_lines(const FinishedRun& run, Language language);
/// How often each rule failed, and in how many reports: a line each, errors first.
std::vector<std::string> rule_lines(const Tally& tally, Language language);
/// The rules that reports break: errors first, then what most reports break.
std::vector<Tally::FailedRule> failed_rules(const Tally& tally);
/// Checks by what keeps them open, a line each: what concerns most reports first. `most_rules`: how many it names.
std::vector<std::string> describe_open_reasons(
    const std::map<std::string, Tally::OpenReason>& reasons, std::size_t most_rules, Language language);
/// That some reports must not be taken for clean; empty where there are none.
std::string unverified_sentence(const Tally& tally, Language language);

/// Findings of a filing by severity.
std::array<std::size_t, 3> findings_by_severity(const Judgement& judgement);

/// A line about what was found in a file: for --verbose.
std::string render_what_was_read(const CheckedFiling& checked, Language language);

}  // namespace gouji
