// SPDX-License-Identifier: Apache-2.0
#include "engine/api/gouji.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/run/read_document.hpp"
#include "engine/run/run.hpp"

#include <cstddef>
#include <utility>

namespace gouji {

Result<Catalogue> load(const std::string& directory, const std::string& suite) {
    std::vector<Diagnostic> diagnostics;
    const auto files = find_rule_files(directory, true, diagnostics);
    Result<Catalogue> made;
    if (!has_error(diagnostics)) made = load_catalogue(files, {false, suite});
    append(diagnostics, std::move(made.diagnostics));
    made.diagnostics = std::move(diagnostics);
    return made;
}

Result<ReadFiling> read(Source source, const Catalogue& catalogue) {
    Result<ReadFiling> reading = read_document(source, catalogue);
    if (reading && reading->shown.text.empty()) reading->shown.text = std::move(source.bytes);
    return reading;
}

Report check(std::vector<ReadFiling> filings, const Catalogue& catalogue, std::optional<std::int64_t> today) {
    RunInputs inputs;
    inputs.total = filings.size();
    inputs.next = [&, next = std::size_t{0}]() mutable {
        return next < filings.size() ? std::optional<RunInput>(std::move(filings[next++])) : std::nullopt;
    };
    RunOptions options;
    options.jobs = 1;
    options.today = today;
    CollectedRun collected = collect_run(inputs, catalogue, options);
    Report report;
    report.filings = std::move(collected.filings);
    report.diagnostics = std::move(collected.diagnostics);
    return report;
}

std::string render(const Report& report, std::string_view format, const ReportOptions& options) {
    const ReportFormat* found = format_named(format);
    return found ? render(found->check, report, options) : std::string();
}

}  // namespace gouji
