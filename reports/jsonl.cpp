// SPDX-License-Identifier: Apache-2.0
// A line for each filing, as in the list of the JSON format, and one for the diagnostics at the end.
#include "engine/base/version.hpp"
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

std::string head(const ReportOptions&) { return {}; }

std::string tail(const Ending& ending, const ReportOptions& options) {
    return line_of(options.language, [&](Json& json) {
        json.put("version", version());
        json.put_diagnostics(ending.diagnostics);
    });
}

}  // namespace

Parts check_jsonl() {
    return {head,
        [](const CheckedFiling& checked, const ReportOptions& options) {
            return line_of(options.language, [&](Json& json) { write_checked(json, checked, options.all); });
        },
        "", tail, false, false};
}

Parts read_jsonl() {
    return {head,
        [](const CheckedFiling& checked, const ReportOptions& options) {
            return line_of(options.language, [&](Json& json) { write_read(json, checked); });
        },
        "", tail, false};
}

}  // namespace gouji
