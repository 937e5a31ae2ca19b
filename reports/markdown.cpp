// SPDX-License-Identifier: Apache-2.0
// Findings in Markdown, for notes and letters. What a report says is text there, never a mark or a tag.
#include "engine/base/origin.hpp"
#include "engine/base/version.hpp"
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

namespace gouji {
namespace {

std::string plain(std::string_view text) {
    constexpr std::string_view marks = "\\`*_{}[]<>()#+-.!|~&";
    std::string made;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            made += ' ';
            continue;
        }
        if (marks.find(c) != std::string_view::npos) made += '\\';
        made += c;
    }
    return made;
}

}  // namespace

std::string render_check_markdown(const Report& report, const ReportOptions& options) {
    const Language language = options.language;
    const auto in = [&](std::string_view zh, std::string_view en) {
        return std::string(language == Language::zh ? zh : en);
    };
    std::string out = std::string(origin::markdown_mark) + std::string(version()) + " -->\n";
    for (const CheckedFiling& checked : report.filings) {
        const Filing& filing = checked.filing;
        out += "\n# " + plain(tell_organ(filing, language)) + " · " + tell_year(filing, language) + "\n\n"
            + plain(tell_files(filing, language)) + "\n";
        for (const Finding& finding : checked.judgement.findings) {
            const Verdict& verdict = checked.judgement.verdicts[finding.told];
            const std::string place = tell_place(verdict.at, language);
            out += "\n## " + tell_severity(verdict.severity, language) + in("：", ": ")
                + plain(verdict.rule->title.in(language))
                + (place.empty() ? "" : in("（", " \\(") + plain(place) + in("）", "\\)")) + "\n\n";
            for (const std::size_t one : finding.explains)
                out += "- " + plain(checked.judgement.verdicts[one].message.in(language)) + "\n";
            for (const std::string& one : verdict.written) out += "  - " + plain(one) + "\n";
            out += "\n";
            for (const std::string& one : tell_causes(finding, language)) out += plain(one) + "\n\n";
            for (const std::string& one : tell_notes(finding, language)) out += plain(one) + "\n\n";
            out += in("依据：", "Basis: ") + plain(verdict.rule->basis.in(language)) + "\n";
        }
        for (const std::string& one : tell_settled(checked.judgement, language)) out += "\n" + plain(one) + "\n";
        const auto counts = checked.judgement.summary();
        out += "\n" + in("核对：", "Checked: ") + tell_counts(counts, language) + in("。", ".")
            + (is_unverified(counts) ? in("没有一项得到核实。", " Nothing was verified.") : "") + "\n";
    }
    for (const Diagnostic& one : report.diagnostics)
        out += "\n- " + plain(one.file) + in("：", ": ") + plain(one.message.in(language)) + "\n";
    return out;
}

}  // namespace gouji
