// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/written_run.hpp"

namespace gouji {

int run_check(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    const bool at_terminal = arguments.output.empty();
    const ReportOptions options{arguments.language, arguments.all, at_terminal && streams.colour,
        at_terminal ? streams.width : 0, arguments.statistics, arguments.rule_book, arguments.apart};
    return write_run(arguments, *catalogue, streams, true, format_named(arguments.format)->check, options);
}

}  // namespace gouji
