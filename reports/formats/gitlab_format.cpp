// SPDX-License-Identifier: Apache-2.0
// A code quality report, which GitLab shows in a merge request: an object a finding. It has no place for what was not
// read or not decided.
#include "engine/base/origin.hpp"
#include "reports/finding/private_finding_place.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {
namespace {

std::string_view severity_of(Severity severity) {
    return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

void write_issue(JsonWriter& json, const CheckedFiling& checked, const Places& places, const Finding& finding,
    const ReportOptions& options) {
    const Verdict& verdict = verdict_of(checked.judgement, finding);
    json.field("engine_name", origin::gitlab_engine);
    json.field("check_name", std::string_view(verdict.rule->id));
    json.field("description", verdict.message);
    json.key("content");
    std::string body = as_lines(lines_of(checked, finding, options.language));
    if (!options.rule_book.empty()) body += "\n" + options.rule_book + "#" + std::string(verdict.rule->id);
    json.object([&] { json.field("body", std::string_view(body)); });
    json.field("fingerprint", std::string_view(print_fingerprint(verdict.fingerprint)));
    json.field("severity", severity_of(verdict.severity));
    json.key("location");
    json.object([&] {
        json.field("path", std::string_view(checked.filing.file));
        json.key("lines");
        json.object([&] { json.number_field("begin", begin_of(checked, places, finding).line); });
    });
}

std::string head(const ReportOptions& options) {
    JsonWriter json(options.language);
    json.begin_list();
    return json.part();
}

/// The findings as they follow the bracket or a comma.
std::string gitlab_filing(const CheckedFiling& checked, const ReportOptions& options) {
    const Places places(checked.shown.text, checked.shown.starts);
    JsonWriter json(options.language);
    json.begin_list();
    json.part();
    for (const Finding& one : checked.judgement.findings)
        json.object([&] { write_issue(json, checked, places, one, options); });
    return json.part();
}

std::string tail(const FinishedRun& run, const ReportOptions& options) {
    JsonWriter json(options.language);
    json.begin_list();
    // The text after the list depends only on whether the list is empty.
    if (run.tally.worst.with_findings() > 0) json.null();
    json.part();
    json.end_list();
    return json.finish();
}

constexpr TextParts parts = {.head = head, .filing = gitlab_filing, .between = ",", .tail = tail};

}  // namespace

extern const ReportFormat gitlab_format = {"gitlab", "GitLab 合并请求中显示的 Code Quality 报告",
    "a code quality report for merge requests of GitLab",
    {.begin = begin_text_parts<parts>, .needs_all_verdicts = false}, {}};

}  // namespace gouji
