// SPDX-License-Identifier: Apache-2.0
#include "tests/corpus/damage.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {
namespace {

/// What parts reports that are given together: no text has it.
constexpr std::string_view border = "\x1E\n";

}  // namespace

void take_reports(std::string_view bytes) {
    constexpr std::size_t most = 3;
    std::vector<std::string> reports;
    while (reports.size() + 1 < most && bytes.find(border) != std::string_view::npos) {
        reports.emplace_back(bytes.substr(0, bytes.find(border)));
        bytes.remove_prefix(reports.back().size() + border.size());
    }
    reports.emplace_back(bytes);
    follow_together(reports);
}

std::vector<std::string> seeds_of_reports() {
    constexpr int count = 12;
    corpus::Damage damage(files_below("examples", ".txt"), 1);
    std::vector<std::string> made;
    for (int i = 0; i < count; ++i) {
        std::string together;
        for (const std::string& one : damage.reports(3))
            together += (together.empty() ? "" : std::string(border)) + one;
        made.push_back(std::move(together));
    }
    return made;
}

}  // namespace gouji::fuzz
