// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/batch.hpp"

namespace gouji {

int run_check(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    const Report report = run_batch(arguments, *catalogue, streams, true);
    const ReportOptions options{arguments.language, arguments.all, version};
    return finish(arguments, streams, report, format_named(arguments.format)->render_check(report, options));
}

}  // namespace gouji
