// SPDX-License-Identifier: Apache-2.0
// 问题清单 (the list of findings) for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. No field is a formula.
#include "reports/excerpt.hpp"
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

namespace gouji {
namespace {

/// What begins with one of these is run by spreadsheets; a quote before it makes it a text.
std::string field(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\'');
    std::string made = "\"";
    for (const char c : text) made += c == '"' ? std::string("\"\"") : std::string(1, c);
    return made + "\"";
}

std::string row(const std::vector<std::string>& fields) {
    std::string made;
    for (const std::string& one : fields) made += (made.empty() ? "" : ",") + field(one);
    return made + "\r\n";
}

/// The figures that took part, with their places in the file.
std::string evidence_of(const Verdict& verdict, const CheckedFiling& checked, const Places& places, Language language) {
    constexpr int most = 8;
    std::string made;
    int told = 0;
    for (const Operand& one : verdict.operands) {
        if (one.span.empty() || (one.value && one.value->is_zero() && verdict.operands.size() > most) || ++told > most) continue;
        const Excerpt drawn = places.draw(one.span);
        const std::string place = name_place(checked.shown.place(one.span), language);
        made += (made.empty() ? "" : "; ") + one.name + " = " + (one.value ? one.value->to_string() + one.unit : one.missing) + " (" + (place.empty() ? std::to_string(drawn.line) + ":" + std::to_string(drawn.column) : place) + ")";
    }
    return made;
}

}  // namespace

std::string render_check_csv(const Report& report, const ReportOptions& options) {
    const Language language = options.language;
    const auto in = [&](std::string_view zh, std::string_view en) { return std::string(language == Language::zh ? zh : en); };
    std::string out = "\xEF\xBB\xBF" + row({in("序号", "number"), in("机关", "organ"), in("年度", "year"), in("文件", "file"), in("严重程度", "severity"), in("问题类别", "kind"), in("位置", "place"), in("问题描述", "what does not agree"),
                                             in("可能的原因", "likely cause"), in("证据", "evidence"), in("定性依据", "basis"), in("规则", "rule"), in("指纹", "fingerprint")});
    int number = 0;
    for (const CheckedFiling& checked : report.filings) {
        const Filing& filing = checked.filing;
        const Places places(checked.shown.text, checked.shown.starts);
        for (const Finding& finding : checked.judgement.findings) {
            const Verdict& verdict = checked.judgement.verdicts[finding.told];
            std::string cause;
            for (const std::string& one : tell_causes(finding, language)) cause += (cause.empty() ? "" : "\n") + one;
            std::string message;
            for (const std::size_t one : finding.explains) message += (message.empty() ? "" : "\n") + checked.judgement.verdicts[one].message.in(language);
            out += row({std::to_string(++number), filing.organ, filing.year ? std::to_string(*filing.year) : "", filing.file, tell_severity(verdict.severity, language), verdict.title.in(language), tell_place(verdict.at, language), message, cause,
                evidence_of(verdict, checked, places, language), verdict.basis.in(language), verdict.rule, verdict.fingerprint});
        }
    }
    return out;
}

}  // namespace gouji
