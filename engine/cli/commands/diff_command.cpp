// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/written_run.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/inputs.hpp"
#include "reports/past/past_run.hpp"
#include "reports/past/render_differences.hpp"

#include <algorithm>
#include <ostream>

namespace gouji {
namespace {

/// One side: results that are read back, or reports that are checked now.
std::optional<PastRun> run_of(const std::string& path, const Arguments& arguments, Streams& streams) {
    Result<PastRun> made;
    auto content = may_be_directory(path) ? Result<Source>() : read_input({path, path == "-"}, streams.in);
    if (content && may_be_results(content->bytes)) {
        made = parse_results(path, content->bytes);
    } else {
        const auto catalogue = load_rules(arguments, streams);
        if (!catalogue) return std::nullopt;
        Arguments one = arguments;
        one.paths = {path};
        Report report = collect_report(one, *catalogue, streams, true);
        made = parse_results(path, render(format_named("json")->check, report, {arguments.language, true}));
        append(made.diagnostics, std::move(report.diagnostics));
    }
    tell(made.diagnostics, arguments, streams);
    return has_error(made.diagnostics) ? std::nullopt : std::move(made.value);
}

}  // namespace

int run_diff(const Arguments& arguments, Streams& streams) {
    const auto before = run_of(arguments.older, arguments, streams);
    const auto now = run_of(arguments.newer, arguments, streams);
    if (!before || !now) return exit_wrong;
    const auto all = compare_runs(*before, *now);
    const std::string result = arguments.format == "json" ? render_differences_json(all, arguments.language)
                                                          : render_differences_text(all, arguments.language);
    if (const int written = write_result(result, arguments, streams); written != exit_clean) return written;
    const bool worse = std::any_of(all.begin(), all.end(),
        [&](const Difference& one) { return one.now && one.now->severity >= arguments.fail_on; });
    return worse ? exit_findings : exit_clean;
}

}  // namespace gouji
