// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_program.hpp"

#include <fcntl.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
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

/// Columns of a terminal; 0 where the stream is none, or does not say.
int width_of_terminal(int stream) {
    winsize size{};
    return isatty(stream) == 1 && ioctl(stream, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// Where the program itself is; without /proc, as the system was told when it was started.
std::string path_of_program(const char* called) {
    std::error_code error;
    auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) path = std::filesystem::canonical(reinterpret_cast<const char*>(getauxval(AT_EXECFN)), error);
    return error ? called : path.string();
}

/// A stream that is closed when the program starts would be the first file that is opened. What is there instead can be
/// neither read from nor written to, as a closed one cannot.
void hold_places_of_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) >= 0) continue;
        const int held = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (held >= 0 && held != stream) dup2(held, stream);
    }
}

}  // namespace

int main(int argc, char** argv) {
    hold_places_of_streams();
    // A file that grows too large for its limit is an error to be told, no reason to be gone.
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    gouji::Streams streams{std::cin, std::cout, std::cerr, path_of_program(argv[0]), shows_colour(STDOUT_FILENO),
        isatty(STDERR_FILENO) == 1, width_of_terminal(STDOUT_FILENO)};
    return gouji::run_program(argc, argv, streams);
}
