// SPDX-License-Identifier: Apache-2.0
#include "reports/trends/trends_csv.hpp"

#include "reports/finding/private_wording.hpp"
#include "reports/writers/private_csv_row.hpp"

#include <initializer_list>
#include <vector>

namespace gouji {
namespace {

std::string head(std::initializer_list<Wording> titles, Language language) {
    std::vector<std::string> fields;
    for (const Wording& one : titles) fields.push_back(one.in(language));
    return std::string(csv_mark) + csv_row(fields);
}

std::string severity_in(const std::string& name, Language language) {
    for (const Severity one : {Severity::note, Severity::warning, Severity::error}) {
        if (name_of(one) == name) return severity_word(one, language);
    }
    return name;
}

}  // namespace

std::string figures_csv_head(Language language) {
    return head(
        {{"机关", "organ"}, {"年份", "year"}, {"表", "table"}, {"行", "row"}, {"列", "column"}, {"数值", "value"},
            {"单位", "unit"}, {"无数的原因", "missing"}, {"确定", "certain"}, {"文件", "file"}},
        language);
}

std::string csv_of(const TrendPoint& point, const FigureName& name, Language language) {
    return csv_row({point.organ, std::to_string(point.year), name.table, name.row, name.column,
        point.value ? point.value->to_string() : "", point.unit, point.missing,
        (point.certain ? Wording{"是", "yes"} : Wording{"否", "no"}).in(language), point.file});
}

std::string findings_csv_head(Language language) {
    return head({{"机关", "organ"}, {"年份", "year"}, {"规则", "rule"}, {"名称", "title"}, {"程度", "severity"},
                    {"问题数", "findings"}, {"出现的年数", "years with findings"}},
        language);
}

std::string csv_of(const RuleFindings& findings, const std::string& title, Language language) {
    return csv_row({findings.organ, std::to_string(findings.year), findings.rule, title,
        severity_in(findings.severity, language), std::to_string(findings.findings), std::to_string(findings.years)});
}

std::string gaps_csv_head(Language language) {
    return head(
        {{"机关", "organ"}, {"报告", "kind of report"}, {"缺少", "missing"}, {"从", "from"}, {"到", "to"}}, language);
}

std::string csv_of(const ReportGap& gap, Language language) {
    return csv_row({gap.organ, gap.family, Wording{"其间的报告", "reports in between"}.in(language),
        std::to_string(gap.first), std::to_string(gap.last)});
}

std::string csv_of_absent(const std::string& organ, Language language) {
    return csv_row({organ, "", Wording{"所有报告", "all reports"}.in(language), "", ""});
}

}  // namespace gouji
