// SPDX-License-Identifier: Apache-2.0
// Writes what each target begins from to DIR/TARGET/, and prints the names of the targets. usage: gouji-fuzz-seeds DIR
#include "tests/fuzz/targets.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    for (const auto& target : gouji::fuzz::targets()) {
        const auto folder = std::filesystem::path(argv[1]) / target.name;
        std::filesystem::create_directories(folder);
        int number = 0;
        for (const std::string& seed : target.seeds())
            std::ofstream(folder / ("seed-" + std::to_string(number++)), std::ios::binary) << seed;
        std::cout << target.name << "\n";
    }
    return 0;
}
