// SPDX-License-Identifier: Apache-2.0
// Findings in Markdown, for notes and letters. What a report says is text there, never a mark or a tag.
#include "engine/base/origin.hpp"
#include "engine/base/version.hpp"
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"

namespace gouji {
namespace {

std::string without_marks(std::string_view text) {
    constexpr std::string_view marks = "\\`*_{}[]<>()#+-.!|~&";
    std::string escaped;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            escaped += ' ';
            continue;
        }
        if (marks.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string markdown_of(const DescribedFinding& finding, Language language) {
    const Wording colon = {"：", ": "};
    std::string out = "\n## " + finding.severity_word + colon.in(language) + without_marks(finding.title);
    if (!finding.place.empty())
        out += Wording{"（", " \\("}.in(language) + without_marks(finding.place) + Wording{"）", "\\)"}.in(language);
    out += "\n\n";
    for (const std::string& message : finding.messages) out += "- " + without_marks(message) + "\n";
    for (const std::string& line : finding.written) out += "  - " + without_marks(line) + "\n";
    out += "\n";
    for (const std::string& cause : finding.causes) out += without_marks(cause) + "\n\n";
    for (const std::string& note : finding.notes) out += without_marks(note) + "\n\n";
    out += without_marks(finding.basis_sentence) + "\n";
    // An address has none of the characters that end a link.
    if (!finding.rule_address.empty())
        out += "\n[" + without_marks(finding.rule) + "](<" + finding.rule_address + ">)\n";
    return out;
}

std::string head(const ReportOptions&) {
    return std::string(origin::markdown_mark) + std::string(version()) + " -->\n";
}

std::string markdown_filing(const CheckedFiling& checked, const ReportOptions& options) {
    const Language language = options.language;
    const DescribedFiling filing = describe_filing(checked, language);
    const Places places(checked.shown.text, checked.shown.starts);
    std::string out =
        "\n# " + without_marks(filing.organ) + " · " + filing.year + "\n\n" + without_marks(filing.files) + "\n";
    for (const Finding& finding : checked.judgement.findings)
        out += markdown_of(
            describe_finding(checked, finding, places, {.language = language, .rule_book = options.rule_book}),
            language);
    for (const std::string& sentence : filing.settled) out += "\n" + without_marks(sentence) + "\n";
    return out + "\n" + filing.checked + "\n";
}

std::string tail(const FinishedRun& run, const ReportOptions& options) {
    std::string out;
    for (const Diagnostic& diagnostic : run.diagnostics)
        out += "\n- " + without_marks(diagnostic.file) + Wording{"：", ": "}.in(options.language)
            + without_marks(diagnostic.message.in(options.language)) + "\n";
    return out;
}

constexpr TextParts parts = {.head = head, .filing = markdown_filing, .tail = tail};

}  // namespace

extern const ReportFormat markdown_format = {"markdown", "问题清单，Markdown", "findings in Markdown",
    {.begin = begin_text_parts<parts>, .needs_all_verdicts = false}, {}};

}  // namespace gouji
