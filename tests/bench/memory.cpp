// SPDX-License-Identifier: Apache-2.0
// What a run takes in each format of the table: its memory at most, and processor time a file. Formats that both
// commands have are measured for both.
// usage: bench_memory GOUJI FOLDER
#include "reports/report.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace {

struct Used {
    double memory = 0;     ///< MiB, at most
    double processor = 0;  ///< seconds
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Nothing where the program could not do its work.
std::optional<Used> run(const char* program, const char* command, const std::string& format, const char* folder) {
    const pid_t child = fork();
    if (child == 0) {
        execl(program, program, command, "--format", format.c_str(), "-q", "-o", "/dev/null", folder,
            static_cast<char*>(nullptr));
        _exit(127);
    }
    int status = 0;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        return std::nullopt;
    return Used{static_cast<double>(used.ru_maxrss) / 1024, seconds(used.ru_utime) + seconds(used.ru_stime)};
}

std::size_t count_files(const char* folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) count += entry.is_regular_file();
    return count;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 || !std::filesystem::is_directory(argv[2])) {
        std::cerr << "usage: bench_memory GOUJI FOLDER\n";
        return 2;
    }
    const std::size_t files = count_files(argv[2]);
    std::printf("%zu files        MiB at most   us a file\n", files);
    for (const gouji::ReportFormat& format : gouji::formats()) {
        for (const auto& [command, rendering] : {std::pair("check", &format.check), std::pair("read", &format.read)}) {
            if (!rendering->begin) continue;
            const std::string name(format.name);
            const auto used = run(argv[1], command, name, argv[2]);
            if (!used) {
                std::cerr << command << " --format " << name << " did not end well\n";
                return 1;
            }
            std::printf("%-5s %-12s %9.1f %11.1f\n", command, name.c_str(), used->memory,
                used->processor * 1e6 / static_cast<double>(files));
            std::fflush(stdout);
        }
    }
    return 0;
}
