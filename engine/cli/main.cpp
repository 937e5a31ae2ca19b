// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run.hpp"

#include <filesystem>
#include <iostream>
#include <system_error>

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    gouji::Streams streams{std::cin, std::cout, std::cerr, error ? argv[0] : program.string()};
    return gouji::run_program(argc, argv, streams);
}
