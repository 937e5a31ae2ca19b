// SPDX-License-Identifier: Apache-2.0
// Owns: what is shown of several years: series of figures, findings that repeat, rules by year, missing reports; as
// much of each as a person reads.
// Refuses: to grow with the archive: of long lists it keeps the first, and how many there are.
#pragma once

#include "engine/base/words.hpp"
#include "engine/model/trends.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// The beginning of a list, and how long it is.
template <class Entry>
struct Beginning {
    std::vector<Entry> entries;
    std::int64_t count = 0;

    void add(const Entry& entry, std::size_t most) {
        if (entries.size() < most) entries.push_back(entry);
        ++count;
    }
    [[nodiscard]] std::int64_t left_out() const { return count - static_cast<std::int64_t>(entries.size()); }
};

/// What an organ reports for a year.
struct YearValue {
    enum class State {
        none,  ///< no report, or none that has the cell
        number,
        missing,  ///< the cell has no number
        open,     ///< the digits can be read in several ways
        differs,  ///< the files of the report do not say the same
    };
    State state = State::none;
    Decimal value;
    std::string missing;  ///< blank, dash, …
};

struct OrganSeries {
    std::string organ;
    std::string unit;
    std::vector<YearValue> years;  ///< one for each year of the scope
    Decimal change;                ///< the largest from one number to the next, either way
};

struct FigureSeries {
    FigureName name;
    Beginning<OrganSeries> organs;  ///< those with the largest changes first
    std::string unit;
    std::vector<std::optional<Decimal>> sums;  ///< over all organs, by year; nothing where no organ has a number
    std::vector<std::int64_t> counts;          ///< organs with a number
    bool no_sums = false;                      ///< units differ, or a sum is too large
};

struct TrendParts {
    bool figures = true;
    bool findings = true;
    bool gaps = true;
};

struct TrendsReport {
    TrendParts parts;
    TrendScope scope;
    std::vector<FigureSeries> figures;
    Beginning<RepeatedFinding> repeated;
    Beginning<std::vector<RuleYear>> rules;
    Beginning<ReportGap> gaps;
    Beginning<std::string> absent;
    bool has_list = false;                             ///< a list of organs was given
    std::map<std::string, Words, std::less<>> titles;  ///< of rules by id; some in the store may have none
};

}  // namespace gouji
