// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/convert.hpp"

#include "engine/base/handle.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/whole_file.hpp"
#include "engine/source/readers/readers.hpp"

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
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace gouji {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_output = std::size_t{16} << 20;
constexpr int not_found = 127;

struct Limits {
    rlim_t memory;   ///< bytes
    rlim_t seconds;  ///< of processor time; on the clock it gets twice as many
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
[[noreturn]] void become(const char* const* program, int in, int out, const Limits& limits) {
    setpgid(0, 0);
    const rlimit memory{limits.memory, limits.memory};
    const rlimit seconds{limits.seconds, limits.seconds};
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

/// Everything that the program writes, until it ends, writes too much or takes too long; then it is stopped with all that
/// it has started.
void read_all(int from, pid_t child, const Limits& limits, Ran& made) {
    using namespace std::chrono;
    const auto end = steady_clock::now() + seconds(2 * limits.seconds);
    std::array<char, 65536> block{};
    for (;;) {
        pollfd waiting{from, POLLIN, 0};
        const auto left = duration_cast<milliseconds>(end - steady_clock::now()).count();
        const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        const ssize_t size = ready > 0 ? read(from, block.data(), block.size()) : -1;
        if (ready > 0 && size == 0) return;
        if (ready > 0 && size < 0 && errno == EINTR) continue;
        if (size > 0) made.output.append(block.data(), static_cast<std::size_t>(size));
        if (size > 0 && made.output.size() <= most_output) continue;
        made.cut = true;
        kill(-child, SIGKILL);
        return;
    }
}

/// The bytes go in as a file without a name, for a PDF is read from its end.
Ran run(const std::vector<std::string>& program, std::string_view bytes, const Limits& limits) {
    std::vector<const char*> arguments;
    for (const std::string& one : program) arguments.push_back(one.c_str());
    arguments.push_back(nullptr);
    Ran made;
    const Handle in(memfd_create("gouji", MFD_CLOEXEC));
    std::array<int, 2> ends{-1, -1};
    if (in.number() < 0 || !write_all(in.number(), bytes) || pipe2(ends.data(), O_CLOEXEC) != 0) return made;
    const Handle out(ends[0]);
    Handle into(ends[1]);
    const pid_t child = fork();
    if (child == 0) become(arguments.data(), in.number(), into.number(), limits);
    into.close();
    if (child < 0) return made;
    setpgid(child, child);
    read_all(out.number(), child, limits, made);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    made.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return made;
}

/// A folder of our own, gone at the end with all that is in it.
class Scratch {
public:
    Scratch() {
        std::error_code error;
        path_ = (fs::temp_directory_path(error) / "gouji-XXXXXX").string();
        if (error || mkdtemp(path_.data()) == nullptr) path_.clear();
    }
    ~Scratch() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// One format that another program turns into one that is read.
struct Converter {
    std::string_view format;
    std::string_view program;
    std::string_view package;  ///< of Debian
    bool (*accepts)(const Source& source);
    /// Nothing where the program failed; `exit` tells whether it is there.
    std::optional<std::string> (*make)(const Source& source, int& exit);
};

std::optional<std::string> words_of_pdf(const Source& source, int& exit) {
    constexpr Limits limits{rlim_t{1} << 30, 20};
    Ran ran = run({"pdftotext", "-bbox-layout", "/dev/stdin", "-"}, source.bytes, limits);
    exit = ran.exit;
    if (ran.exit != 0 || ran.cut) return std::nullopt;
    return std::move(ran.output);
}

/// LibreOffice reads and writes files by name, and keeps a profile of its own for each run.
std::optional<std::string> saved_as(const Source& source, std::string_view ending, int& exit) {
    constexpr Limits limits{rlim_t{8} << 30, 60};
    const Scratch folder;
    if (folder.path().empty()) return std::nullopt;
    const std::string in = folder.path() + "/in";
    WholeFile given(in);
    if (!given.write(source.bytes) || !given.keep()) return std::nullopt;
    const Ran ran = run({"soffice", "-env:UserInstallation=file://" + folder.path() + "/profile", "--headless", "--norestore", "--convert-to", std::string(ending), "--outdir", folder.path(), in}, {}, limits);
    exit = ran.exit;
    std::ifstream made(in + "." + std::string(ending), std::ios::binary);
    if (ran.exit != 0 || ran.cut || !made) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(made), std::istreambuf_iterator<char>()};
}

constexpr std::array converters = {
    Converter{"PDF", "pdftotext", "poppler-utils", [](const Source& source) { return source.bytes.starts_with("%PDF-"); }, words_of_pdf},
    Converter{"DOC/WPS", "soffice", "libreoffice-writer", [](const Source& source) { return holds_stream(source, "WordDocument") || source.bytes.starts_with("{\\rtf"); },
        [](const Source& source, int& exit) { return saved_as(source, "docx", exit); }},
    Converter{"XLS/ET", "soffice", "libreoffice-calc", [](const Source& source) { return holds_stream(source, "Workbook"); }, [](const Source& source, int& exit) { return saved_as(source, "xlsx", exit); }},
};

const Converter* converter_for(const Source& source) {
    const auto found = std::find_if(converters.begin(), converters.end(), [&](const Converter& one) { return one.accepts(source); });
    return found == converters.end() ? nullptr : &*found;
}

}  // namespace

bool needs_converter(const Source& source) { return converter_for(source) != nullptr; }

Result<Source> convert(const Source& source) {
    const Converter& converter = *converter_for(source);
    int exit = -1;
    if (auto made = converter.make(source, exit)) return Source{source.name, std::move(*made)};
    Diagnostic why = exit == not_found ? diagnose(cli_codes::no_converter, {{"format", same(converter.format)}, {"program", same(converter.program)}, {"package", same(converter.package)}})
                                       : diagnose(cli_codes::not_converted, {{"format", same(converter.format)}});
    why.file = source.name;
    return why;
}

}  // namespace gouji
