// SPDX-License-Identifier: Apache-2.0
// Owns: what the page has of all filings together, gathered filing by filing: a line for each with findings and a
// column for each rule; those without findings; what stays open.
// Refuses: to keep a filing. And to be used outside of reports/.
#pragma once

#include "reports/finding/private_described_filing.hpp"
#include "reports/summary.hpp"
#include "reports/writers/private_html_writer.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace gouji {

class PageOverview {
public:
    explicit PageOverview(Language language) : language_(language) {}

    /// `id`: of its section on the page; empty where it has none.
    void add(const CheckedFiling& checked, const DescribedFiling& described, const std::string& id);

    [[nodiscard]] const Tally& tally() const { return tally_; }
    /// How many reports have findings, have none, and what stays open, each with a link.
    void write_shares(HtmlWriter& html) const;
    /// Nothing where one report alone has findings.
    void write_table(HtmlWriter& html) const;
    /// Folded: the reports without findings, and the checks that stay open, by what is missing.
    void write_folds(HtmlWriter& html) const;

private:
    /// Findings of one rule in one filing.
    struct Found {
        std::size_t count = 0;
        std::size_t first = 0;  ///< the number of the first one
        Severity severity = Severity::note;
    };
    struct Line {
        std::string id;
        std::string organ;
        std::string year;
        std::string files;
        std::size_t count = 0;
        std::map<std::string, Found> rules;  ///< by their ids
    };

    [[nodiscard]] std::string in(std::string_view zh, std::string_view en) const;
    void write_head(HtmlWriter& html, const std::vector<Tally::FailedRule>& rules) const;
    void write_line(HtmlWriter& html, const Line& line, const std::vector<Tally::FailedRule>& rules) const;
    void write_reports(HtmlWriter& html, const std::string& id, const std::string& title,
        const std::vector<std::string>& reports) const;
    void write_open(HtmlWriter& html) const;

    Language language_;
    Tally tally_;
    std::vector<Line> lines_;
    std::vector<std::string> clean_;       ///< reports in which nothing was found, a line each
    std::vector<std::string> unverified_;  ///< those of them in which nothing was verified
};

}  // namespace gouji
