// SPDX-License-Identifier: Apache-2.0
// Owns: what runs of a program take, each a process of its own, and medians.
// Refuses: to print.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gouji::bench {

/// What one run of a program took.
struct ProcessUse {
    double processor = 0;  ///< user and system time, in milliseconds
    double wall = 0;       ///< milliseconds
    double memory = 0;     ///< MiB, at most
};

/// One run, without its output; nothing when the program could not do its work.
inline std::optional<ProcessUse> use_of(const std::string& program, const std::vector<std::string>& arguments) {
    std::vector<char*> words = {const_cast<char*>(program.c_str())};
    for (const std::string& one : arguments) words.push_back(const_cast<char*>(one.c_str()));
    words.push_back(nullptr);
    const auto from = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int sink = open("/dev/null", O_WRONLY);
        dup2(sink, STDOUT_FILENO);
        execv(program.c_str(), words.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        return std::nullopt;
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - from;
    const auto milliseconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ProcessUse{milliseconds(used.ru_utime) + milliseconds(used.ru_stime), wall.count(),
        static_cast<double>(used.ru_maxrss) / 1024};
}

/// The processor times of so many runs in milliseconds, sorted; one run before them warms the caches. Empty when one
/// could not be run.
inline std::vector<double> process_times(
    const std::string& program, const std::vector<std::string>& arguments, int runs) {
    std::vector<double> times;
    for (int i = 0; i <= runs; ++i) {
        const auto used = use_of(program, arguments);
        if (!used) return {};
        if (i > 0) times.push_back(used->processor);
    }
    std::sort(times.begin(), times.end());
    return times;
}

inline double median(std::vector<double> all) {
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    return all[all.size() / 2];
}

}  // namespace gouji::bench
