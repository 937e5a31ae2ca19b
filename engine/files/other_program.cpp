// SPDX-License-Identifier: Apache-2.0
#include "engine/files/other_program.hpp"

#include "engine/base/handle.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>

namespace gouji {
namespace {

constexpr std::size_t most_output = std::size_t{16} << 20;
constexpr std::size_t most_complaint = std::size_t{64} << 10;

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(to, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return lseek(to, 0, SEEK_SET) == 0;
}

/// In the child: only calls that are safe between fork and exec.
[[noreturn]] void become(const char* const* program, int in, int out, int complaint, const ProgramLimits& limits) {
    setpgid(0, 0);
    const rlimit memory{limits.memory, limits.memory};
    const rlimit seconds{limits.seconds, limits.seconds};
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CPU, &seconds);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(complaint, STDERR_FILENO);
    execvp(program[0], const_cast<char* const*>(program));
    _exit(ProgramRun::not_found);
}

/// What is there to be read: its size, 0 at the end, nothing where a signal came between.
std::optional<std::size_t> read_block(int from, std::array<char, 65536>& block) {
    const ssize_t size = read(from, block.data(), block.size());
    if (size >= 0) return static_cast<std::size_t>(size);
    return errno == EINTR ? std::nullopt : std::optional<std::size_t>(0);
}

/// Everything that the program writes, until it ends, writes too much or takes too long; then it is stopped with all
/// that it has started.
void read_all(int out, int complaint, pid_t child, const ProgramLimits& limits, ProgramRun& made) {
    using namespace std::chrono;
    const auto end = steady_clock::now() + seconds(2 * limits.seconds);
    std::array<char, 65536> block{};
    std::array<pollfd, 2> waiting{pollfd{out, POLLIN, 0}, pollfd{complaint, POLLIN, 0}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        const auto left = duration_cast<milliseconds>(end - steady_clock::now()).count();
        const int ready = left > 0 ? poll(waiting.data(), waiting.size(), static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        bool too_much = ready <= 0;
        for (pollfd& one : waiting) {
            if (too_much || one.fd < 0 || one.revents == 0) continue;
            const auto size = read_block(one.fd, block);
            if (!size) continue;
            std::string& to = one.fd == out ? made.output : made.complaint;
            // Complaints may have no end; what comes first tells.
            const std::size_t kept = one.fd == out ? *size : std::min(*size, most_complaint - to.size());
            to.append(block.data(), kept);
            too_much = made.output.size() > most_output;
            if (*size == 0) one.fd = -1;
        }
        if (!too_much) continue;
        made.cut = true;
        kill(-child, SIGKILL);
        return;
    }
}

/// Ends below 0 where none could be made.
class Pipe {
public:
    Pipe() : Pipe(make()) {}
    Handle from;
    Handle into;

private:
    explicit Pipe(std::array<int, 2> ends) : from(ends[0]), into(ends[1]) {}
    static std::array<int, 2> make() {
        std::array<int, 2> ends{-1, -1};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) return {-1, -1};
        return ends;
    }
};

}  // namespace

ProgramRun run_program(const std::vector<std::string>& program, std::string_view bytes, const ProgramLimits& limits) {
    std::vector<const char*> arguments;
    for (const std::string& one : program) arguments.push_back(one.c_str());
    arguments.push_back(nullptr);
    ProgramRun made;
    const Handle in(memfd_create("gouji", MFD_CLOEXEC));
    if (in.number() < 0 || !write_all(in.number(), bytes)) return made;
    Pipe out;
    Pipe complaint;
    if (out.from.number() < 0 || complaint.from.number() < 0) return made;
    const pid_t child = fork();
    if (child == 0) become(arguments.data(), in.number(), out.into.number(), complaint.into.number(), limits);
    out.into.close();
    complaint.into.close();
    if (child < 0) return made;
    setpgid(child, child);
    read_all(out.from.number(), complaint.from.number(), child, limits, made);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    made.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return made;
}

}  // namespace gouji
