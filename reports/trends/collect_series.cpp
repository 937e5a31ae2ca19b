// SPDX-License-Identifier: Apache-2.0
#include "reports/trends/collect_series.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

using State = YearValue::State;

YearValue value_of(const TrendPoint& point) {
    if (!point.certain) return {State::open, {}, {}};
    if (!point.value) return {State::missing, {}, point.missing};
    return {State::number, *point.value, {}};
}

bool say_the_same(const YearValue& a, const YearValue& b) {
    return a.state == b.state && (a.state != State::number || a.value == b.value);
}

std::optional<Decimal> add_numbers(const std::optional<Decimal>& a, const Decimal& b) {
    return add(a.value_or(Decimal()), b);
}

/// From each number to the next that is known.
Decimal largest_change(const OrganSeries& series) {
    Decimal most;
    const YearValue* last = nullptr;
    for (const YearValue& one : series.years) {
        if (one.state != State::number) continue;
        const auto change = last ? subtract(one.value, last->value) : std::nullopt;
        if (change) most = std::max(most, change->absolute());
        last = &one;
    }
    return most;
}

}  // namespace

bool SeriesCollector::LargerChange::operator()(const OrganSeries& a, const OrganSeries& b) const {
    return a.change != b.change ? a.change > b.change : a.organ < b.organ;
}

SeriesCollector::SeriesCollector(const std::vector<FigureName>& figures, std::vector<int> years, std::size_t most)
    : names_(figures), years_(std::move(years)), most_(most) {}

void SeriesCollector::add(const TrendPoint& point) {
    if (figure_ != point.figure) {
        end_figure();
        figure_ = point.figure;
        FigureSeries& series = made_.emplace_back();
        series.name = names_[point.figure];
        series.sums.resize(years_.size());
        series.counts.resize(years_.size());
    }
    if (!organ_ || organ_->organ != point.organ) {
        end_organ();
        organ_ = OrganSeries{point.organ, point.unit, std::vector<YearValue>(years_.size()), {}};
    }
    const auto year = std::lower_bound(years_.begin(), years_.end(), point.year);
    if (year == years_.end() || *year != point.year) return;
    YearValue& at = organ_->years[static_cast<std::size_t>(year - years_.begin())];
    YearValue now = value_of(point);
    // A figure in another unit is another figure.
    if (now.state == State::number && point.unit != organ_->unit) {
        const bool first = std::none_of(organ_->years.begin(), organ_->years.end(),
            [](const YearValue& one) { return one.state == State::number; });
        if (first) organ_->unit = point.unit;
        else now.state = State::differs;
    }
    if (at.state == State::none) at = std::move(now);
    else if (!say_the_same(at, now)) at = {State::differs, {}, {}};
}

void SeriesCollector::add_to_sums(FigureSeries& series, const OrganSeries& organ) {
    for (std::size_t i = 0; i < organ.years.size(); ++i) {
        if (organ.years[i].state != YearValue::State::number) continue;
        if (!unit_) series.unit = *(unit_ = organ.unit);
        const auto sum = add_numbers(series.sums[i], organ.years[i].value);
        if (*unit_ != organ.unit || !sum) series.no_sums = true;
        series.sums[i] = sum;
        ++series.counts[i];
    }
}

void SeriesCollector::end_organ() {
    if (!organ_) return;
    FigureSeries& series = made_.back();
    organ_->change = largest_change(*organ_);
    add_to_sums(series, *organ_);
    ++series.organs.count;
    kept_.insert(std::move(*organ_));
    if (kept_.size() > most_) kept_.erase(std::prev(kept_.end()));
    organ_.reset();
}

void SeriesCollector::end_figure() {
    end_organ();
    if (!made_.empty()) made_.back().organs.entries.assign(kept_.begin(), kept_.end());
    kept_.clear();
    unit_.reset();
}

std::vector<FigureSeries> SeriesCollector::finish() {
    end_figure();
    figure_.reset();
    return std::move(made_);
}

}  // namespace gouji
