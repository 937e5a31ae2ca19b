// SPDX-License-Identifier: Apache-2.0
// Owns: which filings of a run have most findings, and which have none: the first of each, in few words.
// Refuses: to keep a filing, or more than it shows.
#pragma once

#include "engine/check/checked_filing.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

class WorstFilings {
public:
    void add(const CheckedFiling& checked);

    [[nodiscard]] std::size_t with_findings() const { return with_findings_; }
    [[nodiscard]] std::size_t without() const { return without_; }
    /// The ten filings with most errors, then warnings, then notes, and what is wrong in each: two lines a filing.
    [[nodiscard]] std::vector<std::string> worst_lines(Language language) const;
    /// The first filings without a finding, a line each, and how many more there are. Those in which nothing was
    /// verified are not among them.
    [[nodiscard]] std::vector<std::string> clean_lines(Language language) const;

private:
    struct Entry {
        Words heading;
        std::string file;
        std::array<std::size_t, 3> findings{};  ///< by severity
        std::vector<Words> first;               ///< what is wrong, the gravest first
        Words counts;                           ///< of a filing without findings: what was checked
    };

    std::vector<Entry> worst_;
    std::vector<Entry> clean_;
    std::size_t with_findings_ = 0;
    std::size_t without_ = 0;
};

}  // namespace gouji
