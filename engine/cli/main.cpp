// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run.hpp"

#include <malloc.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

namespace {

/// Colour helps on a terminal, and where nobody has asked for none (no-color.org).
bool shows_colour(int stream) {
    const char* unwanted = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return isatty(stream) == 1 && !(unwanted && *unwanted) && terminal && std::string_view(terminal) != "dumb";
}

}  // namespace

int main(int argc, char** argv) {
#ifdef __GLIBC__
    // Every report takes and gives back the same few megabytes: without this the system is asked for them each time, which
    // takes a tenth of a run.
    mallopt(M_MMAP_THRESHOLD, 64 << 20);
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
    mallopt(M_TOP_PAD, 4 << 20);
#endif
    std::ios::sync_with_stdio(false);
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    gouji::Streams streams{std::cin, std::cout, std::cerr, error ? argv[0] : program.string(), shows_colour(STDOUT_FILENO), isatty(STDERR_FILENO) == 1};
    return gouji::run_program(argc, argv, streams);
}
