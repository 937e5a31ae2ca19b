// SPDX-License-Identifier: Apache-2.0
// Owns: what the list of a workbench says of one report, and its JSON (`Report` in docs/api/openapi.yaml).
// Refuses: to hold the report itself: a list has thousands.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/check/checked_filing.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct ListedReport {
    std::string id;
    std::string file;
    bool is_refused = true;  ///< no form fits it, or it cannot be read
    std::string organ;
    std::optional<int> year;
    std::string form;
    std::string published;
    std::array<int, 7> counts{};  ///< of instances, by outcome
    struct FailedRule {
        std::string rule;
        Words title;
        Severity severity = Severity::error;
        int findings = 0;
    };
    std::vector<FailedRule> rules;
    int undecided = 0;  ///< findings of which nobody has said anything
    int uncertain = 0;  ///< cells
    std::vector<Diagnostic> diagnostics;
};

/// The entry of a report that was checked; its id and diagnostics are left to the caller.
ListedReport list_report(const CheckedFiling& checked);

/// One JSON object.
std::string render_listed(const ListedReport& report, Language language);
/// `{"reports": […]}`
std::string render_list(const std::vector<ListedReport>& reports, Language language);

}  // namespace gouji
