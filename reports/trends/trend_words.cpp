// SPDX-License-Identifier: Apache-2.0
#include "reports/trends/private_trend_words.hpp"

#include "reports/finding/private_wording.hpp"

#include <algorithm>

namespace gouji {

std::string scope_sentence(const TrendScope& scope, Language language) {
    const std::string years = scope.years.empty() ? "" : year_range(scope.years.front(), scope.years.back());
    return fill("{organs} 个机关，{reports} 份报告，{years} 年。",
        "{organs} {organs|organ|organs}, {reports} {reports|report|reports}, {years}.",
        {{"organs", same(std::to_string(scope.organs))}, {"reports", same(std::to_string(scope.reports))},
            {"years", same(years)}},
        language);
}

std::string left_out_sentence(const TrendScope& scope, Language language) {
    if (scope.left_out == 0) return {};
    return fill("另有 {count} 份文件不知道机关或年份，没有计入。",
        "{count} more {count|file is|files are} left out: organ or year is not known.",
        {{"count", same(std::to_string(scope.left_out))}}, language);
}

std::string value_word(const YearValue& value, Language language) {
    switch (value.state) {
        case YearValue::State::none: return "–";
        case YearValue::State::number: return value.value.to_string();
        case YearValue::State::missing: return Wording{"无数", "no number"}.in(language);
        case YearValue::State::open: return Wording{"未定", "uncertain"}.in(language);
        case YearValue::State::differs: return Wording{"不一", "differs"}.in(language);
    }
    return {};
}

std::string value_key(Language language) {
    return Wording{
        "–：没有报告，或报告没有这一格；无数：这一格没有数字；未定：数字有几种读法；不一：各份文件或计量单位"
        "不同。",
        "–: no report, or no such cell; no number: the cell has none; uncertain: the digits can be read in several "
        "ways; differs: files or units are not the same."}
        .in(language);
}

std::string rule_words(const TrendsReport& report, std::string_view id, Language language) {
    const auto title = report.titles.find(id);
    if (title == report.titles.end()) return std::string(id);
    return title->second.in(language) + in_brackets(id, language);
}

std::string year_range(int first, int last) {
    return first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
}

std::string year_list(const std::vector<int>& years, Language language) {
    std::string out;
    for (const int year : years) out += (out.empty() ? "" : Wording{"、", ", "}.in(language)) + std::to_string(year);
    return out;
}

std::vector<RuleRow> rule_rows(const TrendsReport& report) {
    const std::vector<int>& years = report.scope.years;
    std::vector<RuleRow> rows;
    for (const std::vector<RuleYear>& rule : report.rules.entries) {
        RuleRow& row = rows.emplace_back();
        row.rule = rule.front().rule;
        row.years.resize(years.size());
        for (const RuleYear& one : rule) {
            const auto year = std::lower_bound(years.begin(), years.end(), one.year);
            if (year != years.end()) row.years[static_cast<std::size_t>(year - years.begin())] = &one;
            row.findings += one.findings;
        }
    }
    return rows;
}

std::string more_sentence(std::int64_t left_out, std::string_view what, Language language) {
    if (left_out == 0) return {};
    return fill("另有 {count} 项，见 --format csv --what {what}。", "{count} more: see --format csv --what {what}.",
        {{"count", same(std::to_string(left_out))}, {"what", same(what)}}, language);
}

std::string figures_heading(Language language) {
    return Wording{"数的历年变化", "Figures over the years"}.in(language);
}
std::string repeated_heading(Language language) {
    return Wording{"重复出现的问题", "Findings that repeat"}.in(language);
}
std::string rules_heading(Language language) {
    return Wording{"各条规则历年的问题", "Findings by rule and year"}.in(language);
}
std::string gaps_heading(Language language) { return Wording{"缺少的报告", "Missing reports"}.in(language); }
std::string absent_heading(Language language) {
    return Wording{"名单上有、存储中没有报告的机关", "Organs of the list without a report"}.in(language);
}
std::string none_sentence(Language language) { return Wording{"没有。", "None."}.in(language); }

}  // namespace gouji
