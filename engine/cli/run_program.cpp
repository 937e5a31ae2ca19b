// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_program.hpp"

#include "engine/cli/files.hpp"
#include "engine/cli/guard.hpp"
#include "reports/diagnostics.hpp"

#include <algorithm>
#include <exception>
#include <ostream>

namespace gouji {

int run_program(int argc, const char* const* argv, Streams& streams) {
    try {
        const Arguments arguments = parse_arguments(argc, argv);
        if (arguments.exit) {
            if (*arguments.exit == 0) return write_result(arguments.answer, arguments, streams);
            streams.err << arguments.answer << std::flush;
            return *arguments.exit;
        }
        const auto all = commands();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Command& one) { return one.name == arguments.command; });
        if (found == all.end()) return exit_wrong;
        if (const auto told = troubles_of_outputs(arguments); !told.empty()) {
            streams.err << render_diagnostics(told, arguments.language) << std::flush;
            return exit_wrong;
        }
        return found->run(arguments, streams);
    } catch (const std::exception& defect) {
        streams.err << "gouji: " << defect.what() << "\n";
        return exit_defect;
    }
}

}  // namespace gouji
