// SPDX-License-Identifier: Apache-2.0
// A line for each filing, as in the list of the JSON format, and one at the end for the run: how many filings and
// findings there were, and the diagnostics.
#include "engine/base/version.hpp"
#include "reports/report.hpp"
#include "reports/writers/private_filing_json.hpp"

namespace gouji {
namespace {

/// Line ends and what follows them are layout: within a string they are escaped.
std::string in_one_line(const std::string& json) {
    std::string line;
    bool indent = false;
    for (const char c : json) {
        indent = c == '\n' || (indent && c == ' ');
        if (!indent) line += c;
    }
    return line + "\n";
}

template <class Write>
std::string line_of(Language language, const Write& write) {
    JsonWriter json(language);
    json.object([&] { write(json); });
    return in_one_line(json.finish());
}

std::string tail(const FinishedRun& run, const ReportOptions& options) {
    return line_of(options.language, [&](JsonWriter& json) {
        json.field("version", version());
        json.field("kind", "summary");
        json.number_field("filings", static_cast<std::int64_t>(run.tally.filings));
        json.key("findings");
        json.object([&] {
            for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
                json.number_field(name_of(severity),
                    static_cast<std::int64_t>(run.tally.findings[static_cast<std::size_t>(severity)]));
        });
        json.diagnostics_field(run.diagnostics);
    });
}

std::string check_line(const CheckedFiling& checked, const ReportOptions& options) {
    return line_of(options.language, [&](JsonWriter& json) { write_checked(json, checked, options.all); });
}

std::string read_line(const CheckedFiling& checked, const ReportOptions& options) {
    return line_of(options.language, [&](JsonWriter& json) { write_read(json, checked); });
}

constexpr TextParts check_parts = {.filing = check_line, .tail = tail};
constexpr TextParts read_parts = {.filing = read_line, .tail = tail};

}  // namespace

extern const ReportFormat jsonl_format = {"jsonl", "每份报告一行的 JSON", "JSON, one line for each report",
    {.begin = begin_text_parts<check_parts>, .needs_all_verdicts = false}, {.begin = begin_text_parts<read_parts>}};

}  // namespace gouji
