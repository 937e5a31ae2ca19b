// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_plain(std::string_view bytes) { follow(read_text({"report.txt", std::string(bytes)}), bytes, shipped()); }

std::vector<std::string> seeds_of_plain() {
    std::vector<std::string> made = filings_ending(".txt");
    for (const std::string_view ending : {".txt", ".md"}) {
        for (std::string& one : files_below("examples", ending)) made.push_back(std::move(one));
    }
    return made;
}

}  // namespace gouji::fuzz
