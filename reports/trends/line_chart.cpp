// SPDX-License-Identifier: Apache-2.0
#include "reports/trends/private_line_chart.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gouji {
namespace {

/// Where the line is drawn, in the units of the picture; y grows downwards.
struct Box {
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
};

struct Mark {
    int x = 0;
    int y = 0;
    std::size_t point = 0;
};

/// The value in steps of 10^-places. What is too large stays at the edge: it is only drawn.
std::int64_t steps_of(const Decimal& value, int places) {
    constexpr std::int64_t edge = 100'000'000'000'000'000;
    std::int64_t steps = value.mantissa();
    for (int i = value.places(); i < places && steps < edge && steps > -edge; ++i) steps *= 10;
    return std::clamp(steps, -edge, edge);
}

/// `offset` of `range` as a part of `length`.
int part_of(std::int64_t offset, std::int64_t range, int length) {
    constexpr std::int64_t safe = 1'000'000'000'000;  // times the length of a picture it fits into 64 bits
    while (range > safe) {
        range /= 10;
        offset /= 10;
    }
    return range == 0 ? 0 : static_cast<int>(offset * length / range);
}

class Scale {
public:
    /// `from_zero`: the base line is 0, so that heights can be compared.
    Scale(const std::vector<ChartPoint>& points, Box box, bool from_zero)
        : box_(box), from_zero_(from_zero), first_(points.front().year), last_(points.back().year) {
        for (const ChartPoint& one : points) {
            if (one.value) places_ = std::max(places_, one.value->places());
        }
        bool any = from_zero;
        for (const ChartPoint& one : points) {
            if (!one.value) continue;
            const std::int64_t steps = steps_of(*one.value, places_);
            low_ = any ? std::min(low_, steps) : steps;
            high_ = any ? std::max(high_, steps) : steps;
            any = true;
        }
    }

    [[nodiscard]] int x(int year) const {
        if (first_ == last_) return (box_.left + box_.right) / 2;
        return box_.left + part_of(std::int64_t{year} - first_, std::int64_t{last_} - first_, box_.right - box_.left);
    }
    [[nodiscard]] int y(const Decimal& value) const { return y_of(steps_of(value, places_)); }
    [[nodiscard]] int zero() const { return y_of(0); }

private:
    [[nodiscard]] int y_of(std::int64_t steps) const {
        if (high_ == low_) return from_zero_ ? box_.bottom : (box_.top + box_.bottom) / 2;
        return box_.bottom - part_of(steps - low_, high_ - low_, box_.bottom - box_.top);
    }

    Box box_;
    bool from_zero_;
    int first_;
    int last_;
    int places_ = 0;
    std::int64_t low_ = 0;
    std::int64_t high_ = 0;
};

std::vector<Mark> marks_of(const std::vector<ChartPoint>& points, const Scale& scale) {
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].value) marks.push_back({scale.x(points[i].year), scale.y(*points[i].value), i});
    }
    return marks;
}

/// A line from each value to the next; dashed over years without one.
void draw_lines(HtmlWriter& html, const std::vector<Mark>& marks) {
    for (std::size_t i = 1; i < marks.size(); ++i) {
        const bool gap = marks[i].point - marks[i - 1].point > 1;
        html.element("line",
            {{"x1", std::to_string(marks[i - 1].x)}, {"y1", std::to_string(marks[i - 1].y)},
                {"x2", std::to_string(marks[i].x)}, {"y2", std::to_string(marks[i].y)},
                {"class", gap ? "line gap" : "line"}},
            "");
    }
}

void draw_dot(HtmlWriter& html, const Mark& mark, int radius, bool hollow) {
    html.element("circle",
        {{"cx", std::to_string(mark.x)}, {"cy", std::to_string(mark.y)}, {"r", std::to_string(radius)},
            {"class", hollow ? "dot hollow" : "dot"}},
        "");
}

void draw_text(HtmlWriter& html, int x, int y, const std::string& kind, const std::string& text) {
    html.element("text", {{"x", std::to_string(x)}, {"y", std::to_string(y)}, {"class", kind}}, text);
}

/// Those with room for their text, from left to right; the last always has its own.
template <class WidthOf>
std::vector<Mark> spaced(const std::vector<Mark>& marks, const WidthOf& width_of_mark) {
    std::vector<Mark> shown;
    const auto meet = [&](const Mark& a, const Mark& b) {
        return b.x - a.x < (width_of_mark(a) + width_of_mark(b)) / 2 + 6;
    };
    for (const Mark& mark : marks) {
        if (shown.empty() || !meet(shown.back(), mark)) shown.push_back(mark);
    }
    if (marks.empty() || shown.back().point == marks.back().point) return shown;
    while (!shown.empty() && meet(shown.back(), marks.back())) shown.pop_back();
    shown.push_back(marks.back());
    return shown;
}

constexpr int digit_width = 8;  ///< of a text of 13 units
constexpr int chart_width = 400;
constexpr int chart_height = 180;

void draw_base(HtmlWriter& html, int y) {
    html.element("line",
        {{"x1", "8"}, {"x2", std::to_string(chart_width - 8)}, {"y1", std::to_string(y)}, {"y2", std::to_string(y)},
            {"class", "base"}},
        "");
}

void draw_values(HtmlWriter& html, const std::vector<ChartPoint>& points, const std::vector<Mark>& marks) {
    const auto text_of = [&](const Mark& mark) { return points[mark.point].value->to_string(); };
    const auto width_of = [&](const Mark& mark) { return static_cast<int>(text_of(mark).size()) * digit_width; };
    for (const Mark& mark : spaced(marks, width_of)) draw_text(html, mark.x, mark.y - 10, "value", text_of(mark));
}

/// `wide`: some year has a note, which takes more room than the year.
void draw_years(HtmlWriter& html, const std::vector<ChartPoint>& points, const Scale& scale, bool wide) {
    std::vector<Mark> years;
    for (std::size_t i = 0; i < points.size(); ++i) years.push_back({scale.x(points[i].year), 0, i});
    for (const Mark& mark : spaced(years, [&](const Mark&) { return (wide ? 7 : 4) * digit_width; })) {
        draw_text(html, mark.x, chart_height - 24, "year", std::to_string(points[mark.point].year));
        if (wide) draw_text(html, mark.x, chart_height - 8, "note", points[mark.point].note);
    }
}

}  // namespace

void draw_chart(HtmlWriter& html, const std::vector<ChartPoint>& points, const std::string& label) {
    constexpr Box box{40, chart_width - 40, 30, chart_height - 46};
    const Scale scale(points, box, true);
    const std::vector<Mark> marks = marks_of(points, scale);
    const bool notes =
        std::any_of(points.begin(), points.end(), [](const ChartPoint& one) { return !one.note.empty(); });
    html.element("svg",
        {{"viewBox", "0 0 " + std::to_string(chart_width) + " " + std::to_string(chart_height)}, {"class", "chart"},
            {"role", "img"}, {"aria-label", label}},
        [&] {
            draw_base(html, scale.zero());
            draw_lines(html, marks);
            for (const Mark& mark : marks) draw_dot(html, mark, 4, points[mark.point].partial);
            draw_values(html, points, marks);
            draw_years(html, points, scale, notes);
        });
}

void draw_sparkline(HtmlWriter& html, const std::vector<ChartPoint>& points) {
    constexpr int width = 96, height = 24;
    const Scale scale(points, {4, width - 4, 4, height - 4}, false);
    const std::vector<Mark> marks = marks_of(points, scale);
    if (marks.size() < 2) return;
    html.element("svg",
        {{"viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height)}, {"class", "spark"},
            {"aria-hidden", "true"}},
        [&] {
            draw_lines(html, marks);
            draw_dot(html, marks.back(), 3, false);
        });
}

}  // namespace gouji
