// SPDX-License-Identifier: Apache-2.0
// Owns: another program that runs as a process of its own, within bounds of memory, time and output.
// Refuses: a shell, and to know what the program is for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct ProgramLimits {
    std::size_t memory;   ///< bytes
    std::size_t seconds;  ///< of processor time; on the clock it gets twice as many
};

struct ProgramRun {
    static constexpr int not_found = 127;

    int exit = -1;  ///< -1 where a signal ended it
    std::string output;
    std::string complaint;  ///< the first 64 KiB of what it wrote to its error stream
    bool cut = false;       ///< stopped: it took too long, or wrote more than 16 MiB
};

/// Runs the program with these bytes as its standard input, which is a file: a PDF is read from its end.
ProgramRun run_program(const std::vector<std::string>& program, std::string_view bytes, const ProgramLimits& limits);

}  // namespace gouji
