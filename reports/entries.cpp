// SPDX-License-Identifier: Apache-2.0
#include "reports/entries.hpp"

#include "engine/check/decisions/changes.hpp"
#include "reports/private_telling.hpp"

#include <algorithm>
#include <set>
#include <tuple>

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
    const std::pair<std::string_view, const std::string*> parts[] = {
        {"table", &at.table}, {"row", &at.row}, {"column", &at.column}, {"fact", &at.fact}, {"section", &at.section}};
    for (const auto& [name, value] : parts) {
        if (!value->empty()) take(name, *value);
    }
}

std::string waiver_of(const Filing& filing, const Verdict& verdict, const Grant& grant, const std::string& in) {
    std::string made = in + "- rule: " + quote(verdict.rule->id) + "\n" + in + "  organ: " + quote(filing.organ) + "\n"
        + in + "  year: " + std::to_string(*filing.year) + "\n";
    std::string at;
    for_each_place(verdict.at, [&](std::string_view name, const std::string& value) {
        at += (at.empty() ? "" : ", ") + std::string(name) + ": " + quote(value);
    });
    if (!at.empty()) made += in + "  at: { " + at + " }\n";
    made += in + "  cells:" + figures_of(verdict, in + "    ") + in + "  reason: " + quote(grant.reason) + "\n";
    return made + in + "  approver: " + quote(grant.approver) + "\n" + in + "  expires: " + grant.expires + "\n";
}

bool waives(const Waiver& waiver, const Filing& filing, const Verdict& verdict) {
    const auto place = [](const At& at) { return std::tie(at.table, at.row, at.column, at.fact, at.section); };
    return waiver.rule == verdict.rule->id && waiver.organ == filing.organ && waiver.year == filing.year
        && place(waiver.at) == place(verdict.at) && changes_since(waiver.cells, verdict).empty();
}

}  // namespace

WaiverEntries render_waiver_entries(const Report& report, const Grant& grant, const std::vector<Waiver>& known,
    std::int64_t today, std::string_view indent, Language language) {
    WaiverEntries made;
    const std::string in(indent);
    std::set<std::string> written;  // one report may have come twice, as a page and as a PDF
    for (const CheckedFiling& checked : report.filings) {
        const Filing& filing = checked.filing;
        for (const Verdict& one : checked.judgement.verdicts) {
            if (one.outcome != Outcome::fail) continue;
            if (filing.organ.empty() || !filing.year) {
                made.text += fill("{in}# 机关或年度不明，不能豁免：{file} {rule}\n",
                    "{in}# Its organ or year is unknown, so this cannot be waived: {file} {rule}\n",
                    {{"in", same(in)}, {"file", same(in_comment(filing.file))}, {"rule", same(one.rule->id)}},
                    language);
                continue;
            }
            if (std::any_of(known.begin(), known.end(),
                    [&](const Waiver& waiver) { return waiver.expires >= today && waives(waiver, filing, one); })) {
                continue;
            }
            const std::string entry = waiver_of(filing, one, grant, in);
            if (!written.insert(entry).second) continue;
            made.text += in + "# " + in_comment(one.message.in(language)) + "\n" + entry;
            made.any = true;
        }
    }
    return made;
}

std::string render_decision_entries(
    const Report& report, const std::vector<Decision>& known, std::string_view indent, Language language) {
    std::string out;
    std::set<std::string> written;  // one report may have come twice, as a page and as a PDF
    for (const Decision& one : known) written.insert(one.fingerprint);
    for (const CheckedFiling& checked : report.filings) {
        for (const Finding& finding : checked.judgement.findings) {
            const Verdict& verdict = checked.judgement.verdicts[finding.told];
            if (!finding.notes.empty() || !written.insert(print_fingerprint(verdict.fingerprint)).second) continue;
            const std::string in(indent);
            out += in + "- fingerprint: " + quote(print_fingerprint(verdict.fingerprint)) + "\n" + in
                + "  rule: " + quote(verdict.rule->id) + "\n" + in + "  organ: " + quote(checked.filing.organ) + "\n";
            if (checked.filing.year) out += in + "  year: " + std::to_string(*checked.filing.year) + "\n";
            out += in + "  finding: " + quote(verdict.message.in(language)) + "\n" + in
                + "  cells:" + figures_of(verdict, in + "    ");
            for (const DecisionField& field : decision_fields) out += in + "  " + std::string(field.name) + ":\n";
        }
    }
    return out;
}

}  // namespace gouji
