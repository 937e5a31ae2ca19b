// SPDX-License-Identifier: Apache-2.0
#include "reports/workbench/listed_report.hpp"

#include "reports/finding/private_described_finding.hpp"
#include "reports/workbench/private_listed_json.hpp"
#include "reports/writers/private_filing_json.hpp"

#include <algorithm>

namespace gouji {
namespace {

int count_uncertain(const Filing& filing) {
    int count = 0;
    for (const Table& table : filing.tables) {
        for (int i = 0; i < static_cast<int>(table.cells.size()); ++i) {
            const bool is_there = !table.layout || table.layout->cells[static_cast<std::size_t>(i)];
            if (is_there && !is_certain(table, i)) ++count;
        }
    }
    return count;
}

bool is_decided(const Finding& finding) {
    constexpr std::size_t conclusion = decision_field("结论");
    return std::any_of(finding.notes.begin(), finding.notes.end(),
        [](const Noted& one) { return !one.decision.fields[conclusion].empty(); });
}

void add_rule(ListedReport& report, const Verdict& verdict) {
    const auto is_it = [&](const ListedReport::FailedRule& one) { return one.rule == verdict.rule->id; };
    const auto found = std::find_if(report.rules.begin(), report.rules.end(), is_it);
    if (found != report.rules.end()) {
        ++found->findings;
        found->severity = std::max(found->severity, verdict.severity);
    } else {
        report.rules.push_back({verdict.rule->id, verdict.rule->title, verdict.severity, 1});
    }
}

}  // namespace

ListedReport list_report(const CheckedFiling& checked) {
    const Filing& filing = checked.filing;
    ListedReport report;
    report.is_refused = false;
    report.file = filing.file;
    report.organ = filing.organ;
    report.year = filing.year;
    report.form = filing.form ? filing.form->id : "";
    report.published = filing.published;
    report.counts = checked.judgement.summary();
    for (const Finding& finding : checked.judgement.findings) {
        add_rule(report, verdict_of(checked.judgement, finding));
        if (!is_decided(finding)) ++report.undecided;
    }
    report.uncertain = count_uncertain(filing);
    return report;
}

void write_listed(JsonWriter& json, const ListedReport& report) {
    json.object([&] {
        json.field("id", std::string_view(report.id));
        json.field("file", std::string_view(report.file));
        json.field("state", std::string_view(report.is_refused ? "refused" : "done"));
        json.field_or_null("organ", report.organ);
        json.key("year");
        if (report.year) json.number(*report.year);
        else json.null();
        json.field_or_null("form", report.form);
        json.field_or_null("published", report.published);
        json.key("counts");
        json.object([&] {
            for (std::size_t i = 0; i < report.counts.size(); ++i)
                json.number_field(outcome_names[i], report.counts[i]);
        });
        json.key("findings");
        json.object([&] {
            for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
                int count = 0;
                for (const auto& rule : report.rules) count += rule.severity == severity ? rule.findings : 0;
                json.number_field(name_of(severity), count);
            }
        });
        json.list("rules", report.rules, [&](const ListedReport::FailedRule& rule) {
            json.object([&] {
                json.field("rule", std::string_view(rule.rule));
                json.field("title", rule.title);
                json.field("severity", name_of(rule.severity));
                json.number_field("findings", rule.findings);
            });
        });
        json.number_field("undecided", report.undecided);
        json.number_field("uncertain", report.uncertain);
        json.diagnostics_field(report.diagnostics);
    });
}

std::string render_listed(const ListedReport& report, Language language) {
    JsonWriter json(language);
    write_listed(json, report);
    return json.finish();
}

std::string render_list(const std::vector<ListedReport>& reports, Language language) {
    JsonWriter json(language);
    json.object(
        [&] { json.list("reports", reports, [&](const ListedReport& report) { write_listed(json, report); }); });
    return json.finish();
}

}  // namespace gouji
