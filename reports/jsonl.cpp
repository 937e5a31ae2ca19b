// SPDX-License-Identifier: Apache-2.0
// A line for each filing, as in the list of the JSON format, and one for the diagnostics at the end.
#include "reports/private_filing_json.hpp"

namespace gouji {
namespace {

/// Line ends and what follows them are layout: within a string they are escaped.
std::string in_one_line(const std::string& json) {
    std::string made;
    bool indent = false;
    for (const char c : json) {
        indent = c == '\n' || (indent && c == ' ');
        if (!indent) made += c;
    }
    return made + "\n";
}

template <class Write>
std::string line_of(Language language, const Write& write) {
    Json json(language);
    json.object([&] { write(json); });
    return in_one_line(json.take());
}

template <class Write>
std::string lines_of(const Report& report, const ReportOptions& options, const Write& write) {
    std::string out;
    for (const CheckedFiling& one : report.filings) out += line_of(options.language, [&](Json& json) { write(json, one); });
    return out + line_of(options.language, [&](Json& json) {
        json.put("version", options.version);
        json.put_diagnostics(report.diagnostics);
    });
}

}  // namespace

std::string render_check_jsonl(const Report& report, const ReportOptions& options) {
    return lines_of(report, options, [&](Json& json, const CheckedFiling& one) { write_checked(json, one, options.all); });
}

std::string render_read_jsonl(const Report& report, const ReportOptions& options) {
    return lines_of(report, options, [](Json& json, const CheckedFiling& one) { write_read(json, one); });
}

}  // namespace gouji
