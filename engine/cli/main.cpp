// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run.hpp"

#include <sys/auxv.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <system_error>

namespace {

/// Colour helps on a terminal, and where nobody has asked for none (no-color.org).
bool shows_colour(int stream) {
    const char* unwanted = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return isatty(stream) == 1 && !(unwanted && *unwanted) && terminal && std::string_view(terminal) != "dumb";
}

/// Where the program itself is; without /proc, as the system was told when it was started.
std::string path_of_program(const char* called) {
    std::error_code error;
    auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) path = std::filesystem::canonical(reinterpret_cast<const char*>(getauxval(AT_EXECFN)), error);
    return error ? called : path.string();
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    gouji::Streams streams{std::cin, std::cout, std::cerr, path_of_program(argv[0]), shows_colour(STDOUT_FILENO), isatty(STDERR_FILENO) == 1};
    return gouji::run_program(argc, argv, streams);
}
