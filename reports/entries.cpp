// SPDX-License-Identifier: Apache-2.0
#include "reports/entries.hpp"

#include "engine/check/decisions/changes.hpp"
#include "engine/check/decisions/waive.hpp"
#include "engine/rules/fill_decisions.hpp"
#include "reports/finding/private_described_finding.hpp"

#include <algorithm>
#include <set>

namespace gouji {
namespace {

/// A scalar in double quotes: whatever it says, it stays one text.
std::string quote(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return quoted + "\"";
}

/// The text on a line of a comment.
std::string in_comment(std::string_view text) {
    std::string line;
    for (const char c : text) line += c == '\n' || c == '\r' ? ' ' : c;
    return line;
}

/// The lines of one entry of a list, with their indents.
class YamlEntry {
public:
    explicit YamlEntry(std::string_view indent) : indent_(indent) {}

    /// The first line begins the entry; an empty value is left to a person.
    void line(std::string_view key, std::string_view value) {
        text_ += indent_ + (text_.empty() ? "- " : "  ") + std::string(key) + ":" + (value.empty() ? "" : " ")
            + std::string(value) + "\n";
    }

    void figures(const SeenFigures& seen) {
        line("cells", seen.empty() ? "{}" : "");
        for (const auto& [name, figure] : seen) text_ += indent_ + "    " + quote(name) + ": " + quote(figure) + "\n";
    }

    std::string finish() { return std::move(text_); }

private:
    std::string indent_;
    std::string text_;
};

/// table: "申请", row: "本年新收"
std::string place_in_yaml(const At& at) {
    const std::pair<std::string_view, const std::string*> parts[] = {
        {"table", &at.table}, {"row", &at.row}, {"column", &at.column}, {"fact", &at.fact}, {"section", &at.section}};
    std::string place;
    for (const auto& [name, value] : parts) {
        if (!value->empty()) place += (place.empty() ? "" : ", ") + std::string(name) + ": " + quote(*value);
    }
    return place;
}

std::string waiver_entry(const Filing& filing, const Verdict& verdict, const Grant& grant, std::string_view indent) {
    YamlEntry entry(indent);
    entry.line("rule", quote(verdict.rule->id));
    entry.line("organ", quote(filing.organ));
    entry.line("year", std::to_string(*filing.year));
    if (const std::string place = place_in_yaml(verdict.at); !place.empty()) entry.line("at", "{ " + place + " }");
    entry.figures(seen_in(verdict));
    entry.line("reason", quote(grant.reason));
    entry.line("approver", quote(grant.approver));
    entry.line("expires", grant.expires);
    return entry.finish();
}

std::string decision_entry(const Filing& filing, const Verdict& verdict, std::string_view indent, Language language) {
    YamlEntry entry(indent);
    entry.line("fingerprint", quote(print_fingerprint(verdict.fingerprint)));
    entry.line("rule", quote(verdict.rule->id));
    entry.line("organ", quote(filing.organ));
    if (filing.year) entry.line("year", std::to_string(*filing.year));
    entry.line("finding", quote(verdict.message.in(language)));
    entry.figures(seen_in(verdict));
    for (const DecisionField& field : decision_fields) entry.line(field.name, "");
    return entry.finish();
}

/// A comment in place of an entry, where a waiver could not say for which report it is.
std::string not_waivable(const Filing& filing, const Verdict& verdict, std::string_view indent, Language language) {
    return fill("{in}# 机关或年度不明，不能豁免：{file} {rule}\n",
        "{in}# Its organ or year is unknown, so this cannot be waived: {file} {rule}\n",
        {{"in", same(indent)}, {"file", same(in_comment(filing.file))}, {"rule", same(verdict.rule->id)}}, language);
}

}  // namespace

std::string render_typed_entries(const std::vector<Decision>& typed, std::string_view indent) {
    std::string out;
    for (const Decision& one : typed) {
        YamlEntry entry(indent);
        entry.line("fingerprint", quote(one.fingerprint));
        entry.line("rule", quote(one.rule));
        entry.line("organ", quote(one.organ));
        if (one.year) entry.line("year", std::to_string(*one.year));
        entry.line("finding", quote(one.finding));
        entry.figures(one.cells);
        for (std::size_t i = 0; i < decision_fields.size(); ++i)
            entry.line(decision_fields[i].name, one.fields[i].empty() ? "" : written_value(one.fields[i]));
        out += entry.finish();
    }
    return out;
}

WaiverEntries render_waiver_entries(const Report& report, const Grant& grant, const std::vector<Waiver>& known,
    std::int64_t today, std::string_view indent, Language language) {
    WaiverEntries entries;
    std::set<std::string> written;  // one report may have come twice, as a page and as a PDF
    for (const CheckedFiling& checked : report.filings) {
        const Filing& filing = checked.filing;
        for (const Verdict& verdict : checked.judgement.verdicts) {
            if (verdict.outcome != Outcome::fail) continue;
            if (filing.organ.empty() || !filing.year) {
                entries.text += not_waivable(filing, verdict, indent, language);
                continue;
            }
            if (std::any_of(known.begin(), known.end(),
                    [&](const Waiver& waiver) { return waiver.expires >= today && waives(waiver, filing, verdict); }))
                continue;
            const std::string entry = waiver_entry(filing, verdict, grant, indent);
            if (!written.insert(entry).second) continue;
            entries.text += std::string(indent) + "# " + in_comment(verdict.message.in(language)) + "\n" + entry;
            entries.any = true;
        }
    }
    return entries;
}

std::string render_decision_entries(
    const Report& report, const std::vector<Decision>& known, std::string_view indent, Language language) {
    std::string out;
    std::set<std::string> written;  // one report may have come twice, as a page and as a PDF
    for (const Decision& decision : known) written.insert(decision.fingerprint);
    for (const CheckedFiling& checked : report.filings) {
        for (const Finding& finding : checked.judgement.findings) {
            const Verdict& verdict = verdict_of(checked.judgement, finding);
            if (!finding.notes.empty() || !written.insert(print_fingerprint(verdict.fingerprint)).second) continue;
            out += decision_entry(checked.filing, verdict, indent, language);
        }
    }
    return out;
}

}  // namespace gouji
