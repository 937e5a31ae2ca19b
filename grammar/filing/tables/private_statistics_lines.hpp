// SPDX-License-Identifier: Apache-2.0
// Owns: tables of statistics in running text, as printed: 指标名称 计量单位 2013年度 历年累计, then row after row.
// Refuses: a table without that header, and to say which figure is in which column where some are missing.
#pragma once

#include "engine/base/span.hpp"

#include <string_view>
#include <vector>

namespace gouji {

struct StatisticsRow {
    Span label;
    Span unit;
    std::vector<Span> figures;  ///< where they run together, one for all of them
    bool joined = false;
};

struct StatisticsTable {
    std::vector<Span> columns;
    std::vector<StatisticsRow> rows;
    bool has_codes = false;  ///< each row has a number of its own before its figures
    Span where;
};

/// Those with two rows at least.
std::vector<StatisticsTable> find_statistics(std::string_view text);

}  // namespace gouji
