// SPDX-License-Identifier: Apache-2.0
// Owns: the processor time of runs of a program, each a process of its own.
// Refuses: wall time; it says more of what else the machine does.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace gouji::bench {

/// User and system time of one run in milliseconds, without its output; nothing when it could not be run.
inline std::optional<double> process_time(const std::string& program, const std::vector<std::string>& arguments) {
    std::vector<char*> words = {const_cast<char*>(program.c_str())};
    for (const std::string& one : arguments) words.push_back(const_cast<char*>(one.c_str()));
    words.push_back(nullptr);
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
    const auto milliseconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

/// The times of so many runs, sorted; one run before them warms the caches. Empty when one could not be run.
inline std::vector<double> process_times(
    const std::string& program, const std::vector<std::string>& arguments, int runs) {
    std::vector<double> times;
    for (int i = 0; i <= runs; ++i) {
        const auto time = process_time(program, arguments);
        if (!time) return {};
        if (i > 0) times.push_back(*time);
    }
    std::sort(times.begin(), times.end());
    return times;
}

inline double median(const std::vector<double>& sorted) { return sorted[sorted.size() / 2]; }

}  // namespace gouji::bench
