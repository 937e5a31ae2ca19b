// SPDX-License-Identifier: Apache-2.0
// Owns: files read whole, and the rule files of a folder: for tests and benchmarks.
// Refuses: to tell a file that is not there from an empty one.
#pragma once

#include "engine/rules/catalogue.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace gouji::corpus {

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// In the order of their names.
inline std::vector<RuleFile> rule_files(const std::filesystem::path& folder) {
    std::vector<RuleFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml")
            files.push_back({entry.path().string(), read_file(entry.path()), true, false});
    }
    std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.name < b.name; });
    return files;
}

}  // namespace gouji::corpus
