// SPDX-License-Identifier: Apache-2.0
// Owns: making series of figures out of points that come one by one.
// Refuses: to keep all: the organs whose figures change most stay, and the sums over all.
#pragma once

#include "reports/trends/trends_report.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace gouji {

class SeriesCollector {
public:
    /// `most`: organs that are kept of each figure.
    SeriesCollector(const std::vector<FigureName>& figures, std::vector<int> years, std::size_t most);

    /// Points come by figure, organ and year.
    void add(const TrendPoint& point);
    /// Those that some organ has, in the order in which they were asked for.
    std::vector<FigureSeries> finish();

private:
    struct LargerChange {
        bool operator()(const OrganSeries& a, const OrganSeries& b) const;
    };

    void end_organ();
    void end_figure();
    void add_to_sums(FigureSeries& series, const OrganSeries& organ);

    const std::vector<FigureName>& names_;
    std::vector<int> years_;
    std::size_t most_;
    std::vector<FigureSeries> made_;
    std::set<OrganSeries, LargerChange> kept_;
    std::optional<OrganSeries> organ_;
    std::optional<std::size_t> figure_;
    std::optional<std::string> unit_;  ///< of the first number of the figure
};

}  // namespace gouji
