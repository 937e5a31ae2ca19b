// SPDX-License-Identifier: Apache-2.0
// The form in which a program reads a run. Numbers are printed with their exact digits.
#include "engine/base/version.hpp"
#include "reports/report.hpp"
#include "reports/writers/private_filing_json.hpp"

namespace gouji {
namespace {

constexpr std::string_view list_name = "filings";

/// All before the first item of the list.
std::string head(const ReportOptions& options) {
    JsonWriter json(options.language);
    json.begin_object();
    json.field("version", version());
    json.key(list_name);
    json.begin_list();
    return json.part();
}

/// An item of the list, as it follows the bracket or the comma.
template <class Write>
std::string item(const ReportOptions& options, const Write& write) {
    JsonWriter json(options.language);
    json.begin_object();
    json.key(list_name);
    json.begin_list();
    json.part();
    json.object([&] { write(json); });
    return json.part();
}

std::string tail(const FinishedRun& run, const ReportOptions& options) {
    JsonWriter json(options.language);
    json.begin_object();
    json.key(list_name);
    json.begin_list();
    // The text after the list depends only on whether the list is empty.
    if (run.tally.filings > 0) json.null();
    json.part();
    json.end_list();
    json.diagnostics_field(run.diagnostics);
    json.end_object();
    return json.finish();
}

std::string check_item(const CheckedFiling& checked, const ReportOptions& options) {
    return item(options, [&](JsonWriter& json) { write_checked(json, checked, options.all); });
}

std::string read_item(const CheckedFiling& checked, const ReportOptions& options) {
    return item(options, [&](JsonWriter& json) { write_read(json, checked); });
}

constexpr TextParts check_parts = {.head = head, .filing = check_item, .between = ",", .tail = tail};
constexpr TextParts read_parts = {.head = head, .filing = read_item, .between = ",", .tail = tail};

}  // namespace

extern const ReportFormat json_format = {"json", "供程序读取的 JSON", "JSON for a program",
    {.begin = begin_text_parts<check_parts>, .needs_all_verdicts = false}, {.begin = begin_text_parts<read_parts>}};

}  // namespace gouji
