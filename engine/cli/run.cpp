// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run.hpp"

#include <algorithm>
#include <exception>
#include <ostream>

namespace gouji {

int run_program(int argc, const char* const* argv, Streams& streams) {
    try {
        const Arguments arguments = parse_arguments(argc, argv);
        if (arguments.exit) {
            (*arguments.exit == 0 ? streams.out : streams.err) << arguments.answer << std::flush;
            return *arguments.exit;
        }
        const auto all = commands();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Command& one) { return one.name == arguments.command; });
        return found == all.end() ? static_cast<int>(exit_wrong) : found->run(arguments, streams);
    } catch (const std::exception& defect) {
        streams.err << "gouji: " << defect.what() << "\n";
        return exit_defect;
    }
}

}  // namespace gouji
