// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/batch.hpp"
#include "engine/cli/codes.hpp"

namespace gouji {

int run_check(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    const Report report = run_batch(arguments, *catalogue, streams, true);
    const ReportOptions options{arguments.language, arguments.all, version, streams.colour && arguments.output.empty()};
    const std::string result = format_named(arguments.format)->render_check(report, options);
    if (result.empty()) {
        tell({diagnose(cli_codes::not_made, {{"format", same(arguments.format)}})}, arguments, streams);
        return exit_wrong;
    }
    return finish(arguments, streams, report, result);
}

}  // namespace gouji
