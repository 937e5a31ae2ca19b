// SPDX-License-Identifier: Apache-2.0
// Owns: what an archive of several years says about figures, findings and reports, as plain data.
// Refuses: to ask the archive (engine/store does) and to show the answers (reports does).
#pragma once

#include "engine/base/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A cell by the names that its form gives it.
struct FigureName {
    std::string table;
    std::string row;
    std::string column;

    [[nodiscard]] std::string to_string() const { return table + "[" + row + ", " + column + "]"; }
    friend bool operator==(const FigureName&, const FigureName&) = default;
};

/// What one file says of a figure.
struct TrendPoint {
    std::size_t figure = 0;  ///< its place among those that were asked for
    std::string organ;
    int year = 0;
    std::optional<Decimal> value;
    std::string unit;
    std::string missing;  ///< blank, dash, …; empty for a number
    bool certain = true;
    std::string file;
};

/// The findings of one rule in one organ and year.
struct RuleFindings {
    std::string organ;
    std::string rule;
    std::string severity;
    int year = 0;
    std::int64_t findings = 0;
    std::int64_t years = 0;  ///< in how many years the organ has findings of the rule
};

/// A rule that found something in an organ in several years.
struct RepeatedFinding {
    std::string organ;
    std::string rule;
    std::vector<int> years;
    std::int64_t findings = 0;
};

/// The findings of one rule in all reports of a year.
struct RuleYear {
    std::string rule;
    int year = 0;
    std::int64_t findings = 0;
    std::int64_t reports = 0;
};

/// Years from the first to the last of an organ for which there is no report of the family, next to each other.
struct ReportGap {
    std::string organ;
    std::string family;
    int first = 0;
    int last = 0;
};

/// What there is at all.
struct TrendScope {
    std::int64_t reports = 0;
    std::int64_t organs = 0;
    std::int64_t left_out = 0;  ///< files whose organ or year is not known
    std::vector<int> years;     ///< that some report is of, in order
};

}  // namespace gouji
