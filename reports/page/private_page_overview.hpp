// SPDX-License-Identifier: Apache-2.0
// Owns: what the page has of all filings together, gathered filing by filing: a line for each with findings and a
// column for each rule; those without findings; what stays open.
// Refuses: to keep a filing, or its line: lines wait where the outlet says. And to be used outside of reports/.
#pragma once

#include "reports/finding/private_described_filing.hpp"
#include "reports/summary.hpp"
#include "reports/writers/private_html_writer.hpp"
#include "reports/writers/private_waiting_rows.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

/// What the overview says of one filing.
struct OverviewLine {
    std::string report;       ///< where nothing was found: a line of a fold
    bool unverified = false;  ///< it is in the fold of those in which nothing was verified
    TextRow cells;            ///< where something was found
};
OverviewLine describe_line(const CheckedFiling& checked, const DescribedFiling& described, Language language);

class PageOverview {
public:
    PageOverview(Language language, ResultOutlet& outlet)
        : language_(language), outlet_(outlet), lines_(outlet), clean_(outlet), unverified_(outlet) {}

    /// `number`: of the filing. False where there is no room.
    bool add(OverviewLine&& line, std::size_t number);

    /// How many reports have findings, have none, and what stays open, each with a link.
    void write_shares(HtmlWriter& html, const Tally& tally) const;
    // What follows may be long: it goes to the outlet line by line, behind what is written already.
    /// Nothing where one report alone has findings.
    void write_table(HtmlWriter& html, const Tally& tally);
    /// Folded: the reports without findings, and the checks that stay open, by what is missing.
    void write_folds(HtmlWriter& html, const Tally& tally);

private:
    [[nodiscard]] std::string in(std::string_view zh, std::string_view en) const;
    void write_head(HtmlWriter& html, const Tally& tally, const std::vector<Tally::FailedRule>& rules) const;
    static void write_line(HtmlWriter& html, const TextRow& cells, const std::vector<Tally::FailedRule>& rules);
    void write_reports(HtmlWriter& html, const std::string& id, const std::string& title, WaitingRows& reports) const;
    void write_open(HtmlWriter& html, const Tally& tally) const;

    Language language_;
    ResultOutlet& outlet_;
    WaitingRows lines_;       ///< reports with findings
    WaitingRows clean_;       ///< reports in which nothing was found, a line each
    WaitingRows unverified_;  ///< those of them in which nothing was verified
};

}  // namespace gouji
