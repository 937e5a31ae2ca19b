// SPDX-License-Identifier: Apache-2.0
// Owns: entries of waiver and decision files, written for findings: what a person begins from.
// Refuses: to touch a file: an entry is text to be put behind what is there.
#pragma once

#include "reports/report.hpp"

#include <string>
#include <string_view>

namespace gouji {

struct Grant {
    std::string reason;
    std::string approver;
    std::string expires;  ///< 2027-01-31
};

/// A file of waivers, one for each failed instance, with the figures as they are. What has no organ or year cannot be
/// waived: a comment says so.
std::string render_waivers(const Report& report, const Grant& grant, Language language);

/// Entries of a decision file for the findings that have none, `indent` before each line; empty when every one has.
std::string render_decision_entries(const Report& report, std::string_view indent, Language language);

}  // namespace gouji
