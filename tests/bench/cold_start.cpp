// SPDX-License-Identifier: Apache-2.0
// Prints the processor time of `gouji check FILE` from a cold start: median and extremes of 21 runs of the process.
// usage: bench_cold_start PROGRAM FILE
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// User and system time of one run; negative when it could not be run.
double run(const char* program, const char* file) {
    const pid_t child = fork();
    if (child == 0) {
        const int sink = open("/dev/null", O_WRONLY);
        dup2(sink, 1);
        execl(program, program, "check", file, static_cast<char*>(nullptr));
        _exit(127);
    }
    int status = 0;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        return -1;
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::vector<double> times;
    for (int i = 0; i < 22; ++i) {
        const double time = run(argv[1], argv[2]);
        if (time < 0) {
            std::fprintf(stderr, "%s could not be run on %s\n", argv[1], argv[2]);
            return 2;
        }
        if (i > 0) times.push_back(time);  // the first run warms the caches
    }
    std::sort(times.begin(), times.end());
    std::printf("cold start: %.1f ms of processor time (median of %zu; %.1f to %.1f)\n", times[times.size() / 2],
        times.size(), times.front(), times.back());
    return 0;
}
