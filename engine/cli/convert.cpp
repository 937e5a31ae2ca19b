// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/convert.hpp"

#include "engine/cli/codes.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t most_output = std::size_t{16} << 20;
constexpr rlim_t most_memory = rlim_t{1} << 30;
constexpr rlim_t most_seconds = 20;
constexpr int not_found = 127;

/// A file descriptor that is closed at the end.
class Handle {
public:
    explicit Handle(int number) : number_(number) {}
    ~Handle() { close(); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(to, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return lseek(to, 0, SEEK_SET) == 0;
}

/// In the child: only calls that are safe between fork and exec.
[[noreturn]] void become(const char* const* program, int in, int out) {
    const rlimit memory{most_memory, most_memory};
    const rlimit seconds{most_seconds, most_seconds};
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CPU, &seconds);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    execvp(program[0], const_cast<char* const*>(program));
    _exit(not_found);
}

struct Ran {
    int exit = -1;
    std::string output;
    bool cut = false;
};

/// The bytes go in as a file without a name, for a PDF is read from its end.
Ran run(const char* const* program, std::string_view bytes) {
    Ran made;
    const Handle in(memfd_create("gouji", MFD_CLOEXEC));
    std::array<int, 2> ends{-1, -1};
    if (in.number() < 0 || !write_all(in.number(), bytes) || pipe2(ends.data(), O_CLOEXEC) != 0) return made;
    const Handle out(ends[0]);
    Handle into(ends[1]);
    const pid_t child = fork();
    if (child == 0) become(program, in.number(), into.number());
    into.close();
    if (child < 0) return made;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t size = read(out.number(), block.data(), block.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) break;
        made.output.append(block.data(), static_cast<std::size_t>(size));
        if (made.output.size() > most_output) {
            made.cut = true;
            kill(child, SIGKILL);
            break;
        }
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    made.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return made;
}

Diagnostic told(Diagnostic one, const Source& source) {
    one.file = source.name;
    return one;
}

}  // namespace

bool needs_converter(const Source& source) { return source.bytes.starts_with("%PDF-"); }

Result<Source> convert(const Source& source) {
    constexpr std::array<const char*, 4> program = {"pdftotext", "-bbox-layout", "/dev/stdin", "-"};
    std::array<const char*, program.size() + 1> arguments{};
    std::copy(program.begin(), program.end(), arguments.begin());
    Ran ran = run(arguments.data(), source.bytes);
    if (ran.exit == not_found) return told(diagnose(cli_codes::no_converter, {{"format", same("PDF")}, {"program", same("pdftotext")}, {"package", same("poppler-utils")}}), source);
    if (ran.exit != 0 || ran.cut) return told(diagnose(cli_codes::not_converted, {{"format", same("PDF")}}), source);
    return Source{source.name, std::move(ran.output)};
}

}  // namespace gouji
