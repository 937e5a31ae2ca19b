// SPDX-License-Identifier: Apache-2.0
// Owns: entries of waiver and decision files, written for findings: what a person begins from.
// Refuses: to touch a file: an entry is text to be put after what is there.
#pragma once

#include "engine/model/decision.hpp"
#include "engine/rules/suite.hpp"
#include "reports/report.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Grant {
    std::string reason;
    std::string approver;
    std::string expires;  ///< 2027-01-31
};

/// Entries of a file of waivers, `indent` before each line: one for each failed instance that none of `known` waives on
/// `today`, with the figures as they are. What has no organ or year cannot be waived: a comment says so.
struct WaiverEntries {
    std::string text;
    bool any = false;  ///< at least one of them is an entry
};
WaiverEntries render_waiver_entries(const Report& report, const Grant& grant, const std::vector<Waiver>& known,
    std::int64_t today, std::string_view indent, Language language);

/// Entries of a decision file for the findings that have none and are not among `known`, `indent` before each line;
/// empty when every one has.
std::string render_decision_entries(
    const Report& report, const std::vector<Decision>& known, std::string_view indent, Language language);

/// Entries of a decision file that somebody has filled in already, `indent` before each line.
std::string render_typed_entries(const std::vector<Decision>& typed, std::string_view indent);

}  // namespace gouji
