// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/written_run.hpp"

namespace gouji {

int run_read(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    return write_run(arguments, *catalogue, streams, false, format_named(arguments.format)->read, {arguments.language});
}

}  // namespace gouji
