// SPDX-License-Identifier: Apache-2.0
// Owns: the results of one filing in SARIF, and the rules that they are of.
// Refuses: the run around them. And to be used outside of reports/.
#pragma once

#include "reports/report.hpp"
#include "reports/writers/private_json_writer.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A rule, with the severity of its first verdict.
struct SarifRule {
    const RuleHead* head = nullptr;
    Severity severity = Severity::error;
};
using SarifRules = std::map<std::string_view, SarifRule>;  // by their ids

/// What is made of a filing.
struct SarifFiling {
    /// The text of its results. A result says the place of its rule in the list of all rules, which is known after the
    /// last filing.
    struct Piece {
        std::string text;
        std::string rule;  ///< its place stands behind the text; empty at the end
    };
    std::vector<Piece> pieces;  ///< none where there is no result
    SarifRules rules;           ///< of all its verdicts
};
SarifFiling make_sarif(const CheckedFiling& checked, const ReportOptions& options);

/// From the beginning of the run down to its list of results, which stays open.
void begin_sarif_results(JsonWriter& json);

/// An object with the text.
void write_sarif_text(JsonWriter& json, std::string_view name, std::string_view value);
/// Where a file is of which no more than a line is known; 0 for none.
void write_sarif_file(JsonWriter& json, const std::string& file, int line);
std::string_view sarif_level_of(Severity severity);

}  // namespace gouji
