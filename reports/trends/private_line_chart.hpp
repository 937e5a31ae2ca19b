// SPDX-License-Identifier: Apache-2.0
// Owns: a small line chart as SVG inside of a page, drawn with whole numbers.
// Refuses: style; the sheet of the page has that. And to be used outside of reports/.
#pragma once

#include "engine/base/decimal.hpp"
#include "reports/writers/private_html_writer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct ChartPoint {
    int year = 0;
    std::optional<Decimal> value;  ///< a gap in the line where there is none
    std::string note = {};         ///< below the year; may be empty
    bool partial = false;          ///< not of all that the other years have: a hollow dot
};

/// With years, values and a base line. `label`: for who does not see it.
void draw_chart(HtmlWriter& html, const std::vector<ChartPoint>& points, const std::string& label);

/// Only the line, as high as a row of a table. It adds nothing to the figures beside it, so it has no label.
void draw_sparkline(HtmlWriter& html, const std::vector<ChartPoint>& points);

}  // namespace gouji
