// SPDX-License-Identifier: Apache-2.0
#include "reports/entries.hpp"

#include "engine/check/changes.hpp"
#include "reports/private_telling.hpp"

#include <set>

namespace gouji {
namespace {

/// A scalar in double quotes: whatever it says, it stays one text.
std::string quote(std::string_view text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') made += '\\';
        made += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return made + "\"";
}

/// The same on a line of a comment.
std::string in_comment(std::string_view text) {
    std::string made;
    for (const char c : text) made += c == '\n' || c == '\r' ? ' ' : c;
    return made;
}

std::string figures_of(const Verdict& verdict, const std::string& indent) {
    const SeenFigures seen = seen_in(verdict);
    if (seen.empty()) return " {}\n";
    std::string made = "\n";
    for (const auto& [name, figure] : seen) made += indent + quote(name) + ": " + quote(figure) + "\n";
    return made;
}

void for_each_place(const At& at, auto take) {
    const std::pair<std::string_view, const std::string*> parts[] = {{"table", &at.table}, {"row", &at.row}, {"column", &at.column}, {"fact", &at.fact}, {"section", &at.section}};
    for (const auto& [name, value] : parts) {
        if (!value->empty()) take(name, *value);
    }
}

std::string waiver_of(const Filing& filing, const Verdict& verdict, const Grant& grant, Language language) {
    std::string made = "  # " + in_comment(verdict.message.in(language)) + "\n  - rule: " + quote(verdict.rule->id) + "\n    organ: " + quote(filing.organ) + "\n    year: " + std::to_string(*filing.year) + "\n";
    std::string at;
    for_each_place(verdict.at, [&](std::string_view name, const std::string& value) { at += (at.empty() ? "" : ", ") + std::string(name) + ": " + quote(value); });
    if (!at.empty()) made += "    at: { " + at + " }\n";
    return made + "    cells:" + figures_of(verdict, "      ") + "    reason: " + quote(grant.reason) + "\n    approver: " + quote(grant.approver) + "\n    expires: " + grant.expires + "\n";
}

}  // namespace

std::string render_waivers(const Report& report, const Grant& grant, Language language) {
    std::string out;
    std::set<std::string> written;  // several files of one report may fail in the same way: one waiver is for all of them
    for (const CheckedFiling& checked : report.filings) {
        const Filing& filing = checked.filing;
        for (const Verdict& one : checked.judgement.verdicts) {
            if (one.outcome != Outcome::fail) continue;
            if (!filing.organ.empty() && filing.year) {
                std::string made = waiver_of(filing, one, grant, language);
                if (written.insert(made).second) out += made;
                continue;
            }
            const Words why = fill("  # 机关或年度不明，不能豁免：{file} {rule}\n", "  # Its organ or year is unknown, so this cannot be waived: {file} {rule}\n", {{"file", same(in_comment(filing.file))}, {"rule", same(one.rule->id)}});
            out += why.in(language);
        }
    }
    return (out.find("  - ") == std::string::npos ? "waivers: []\n" : "waivers:\n") + out;
}

std::string render_decision_entries(const Report& report, std::string_view indent, Language language) {
    std::string out;
    std::set<std::string> written;  // one report may have come twice, as a page and as a PDF
    for (const CheckedFiling& checked : report.filings) {
        for (const Finding& finding : checked.judgement.findings) {
            const Verdict& verdict = checked.judgement.verdicts[finding.told];
            if (!finding.notes.empty() || !written.insert(print_fingerprint(verdict.fingerprint)).second) continue;
            const std::string in(indent);
            out += in + "- fingerprint: " + quote(print_fingerprint(verdict.fingerprint)) + "\n" + in + "  rule: " + quote(verdict.rule->id) + "\n" + in + "  organ: " + quote(checked.filing.organ) + "\n";
            if (checked.filing.year) out += in + "  year: " + std::to_string(*checked.filing.year) + "\n";
            out += in + "  finding: " + quote(verdict.message.in(language)) + "\n" + in + "  cells:" + figures_of(verdict, in + "    ");
            for (const DecisionField& field : decision_fields) out += in + "  " + std::string(field.name) + ":\n";
        }
    }
    return out;
}

}  // namespace gouji
