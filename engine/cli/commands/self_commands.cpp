// SPDX-License-Identifier: Apache-2.0
// What the program writes of itself: completions for shells, and its manual page.
#include "engine/cli/files.hpp"
#include "engine/cli/shells.hpp"

namespace gouji {

int run_completion(const Arguments& arguments, Streams& streams) {
    return write_result(write_completion(usage(arguments.language), arguments.id), arguments, streams);
}

int run_manual(const Arguments& arguments, Streams& streams) {
    return write_result(write_manual(usage(arguments.language), arguments.language), arguments, streams);
}

}  // namespace gouji
