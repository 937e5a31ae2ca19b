// SPDX-License-Identifier: Apache-2.0
// Takes reports damaged at random the whole way through the program, as the fuzz target `reports` does.
// usage: gouji-damage ROUNDS [--seed N] [--originals DIR] [--write DIR]
// A round is one to three reports, made of its number alone. Each number is printed before its round: the last one is
// that of the round that broke the program (tests/damage.py looks for it). With --write the reports are written and not
// read.
#include "tests/corpus/damage.hpp"
#include "tests/fuzz/world.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace fs = std::filesystem;

int main(int argc, char** argv) {
    unsigned rounds = 0;
    unsigned seed = 1;
    std::string folder;
    std::string source = "examples";
    CLI::App app("reads and judges reports damaged at random", "gouji-damage");
    app.add_option("ROUNDS", rounds)->required();
    app.add_option("--seed", seed, "the number of the first round");
    app.add_option("--originals", source, "a folder with the texts that are damaged, instead of examples/");
    app.add_option("--write", folder, "write the reports to this folder instead");
    CLI11_PARSE(app, argc, argv);

    const std::vector<std::string> originals = gouji::fuzz::files_below(source, ".txt");
    if (originals.empty()) return 2;
    for (unsigned round = seed; round < seed + rounds; ++round) {
        const auto reports = gouji::corpus::Damage(originals, round).reports(3);
        std::cout << round << " " << reports.size() << std::endl;
        if (folder.empty()) {
            gouji::fuzz::follow_together(reports);
            continue;
        }
        fs::create_directories(folder);
        for (std::size_t i = 0; i < reports.size(); ++i)
            std::ofstream(
                fs::path(folder) / (std::to_string(round) + "-" + std::to_string(i) + ".txt"), std::ios::binary)
                << reports[i];
    }
    return 0;
}
