// SPDX-License-Identifier: Apache-2.0
// Owns: the questions that are asked across all years of a store. Answers come row by row, so that a store of any size
// can be asked.
// Refuses: to change the store: it is opened for reading only.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/model/trends.hpp"
#include "engine/rules/organs.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

class TrendQueries;

class StoreTrends {
public:
    /// `organs`: their other names count as the organ. Nothing, with a diagnostic, where the file is not a store, has
    /// another version, or has no report of a known organ and year.
    static std::unique_ptr<StoreTrends> open(
        const std::string& path, const std::vector<Organ>& organs, std::vector<Diagnostic>& diagnostics);
    ~StoreTrends();
    StoreTrends(const StoreTrends&) = delete;
    StoreTrends& operator=(const StoreTrends&) = delete;

    [[nodiscard]] TrendScope scope() const;
    /// A form or a report in the store has the cell.
    [[nodiscard]] bool has(const FigureName& figure) const;

    /// By figure, organ, year and file.
    void each_point(const std::vector<FigureName>& figures, const std::function<void(const TrendPoint&)>& take) const;
    /// By organ, rule, year and severity.
    void each_finding(const std::function<void(const RuleFindings&)>& take) const;
    /// Those of most years first.
    void each_repeated(const std::function<void(const RepeatedFinding&)>& take) const;
    /// By organ and family.
    void each_gap(const std::function<void(const ReportGap&)>& take) const;
    /// Organs of the lists that have no report, in the order of the lists.
    void each_absent(const std::function<void(const std::string&)>& take) const;
    /// The rules with most findings first, each with its years in order.
    [[nodiscard]] std::vector<RuleYear> rules() const;

    /// Something in the store could not be read: the answers may lack something.
    [[nodiscard]] std::optional<Diagnostic> failure() const;

private:
    explicit StoreTrends(std::unique_ptr<TrendQueries> queries);
    std::unique_ptr<TrendQueries> queries_;
};

}  // namespace gouji
