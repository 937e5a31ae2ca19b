// SPDX-License-Identifier: Apache-2.0
// What a run takes in each format of the table: its memory at most, and processor time a file. Formats that both
// commands have are measured for both.
// usage: bench_memory GOUJI FOLDER
#include "reports/report.hpp"
#include "tests/bench/process_use.hpp"

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

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
            const auto used =
                gouji::bench::use_of(argv[1], {command, "--format", name, "-q", "-o", "/dev/null", argv[2]});
            if (!used) {
                std::cerr << command << " --format " << name << " did not end well\n";
                return 1;
            }
            std::printf("%-5s %-12s %9.1f %11.1f\n", command, name.c_str(), used->memory,
                used->processor * 1e3 / static_cast<double>(files));
            std::fflush(stdout);
        }
    }
    return 0;
}
