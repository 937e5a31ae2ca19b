// SPDX-License-Identifier: Apache-2.0
// Prints the processor time of `gouji check FILE` from a cold start: median and extremes of 21 runs of the process;
// beside it that of `gouji --version`, which is what the system takes to load the program.
// usage: bench_cold_start PROGRAM FILE
#include "tests/bench/process_use.hpp"

#include <cstdio>

using namespace gouji::bench;

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    constexpr int runs = 21;
    const auto loading = process_times(argv[1], {"--version"}, runs);
    const auto times = process_times(argv[1], {"check", argv[2]}, runs);
    if (loading.empty() || times.empty()) {
        std::fprintf(stderr, "%s could not be run on %s\n", argv[1], argv[2]);
        return 2;
    }
    std::printf("cold start: %.1f ms of processor time (median of %d; %.1f to %.1f)\n", median(times), runs,
        times.front(), times.back());
    std::printf(
        "loading the program takes %.1f ms of it: 1 : %.1f\n", median(loading), median(times) / median(loading));
    return 0;
}
