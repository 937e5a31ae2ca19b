// SPDX-License-Identifier: Apache-2.0
// Owns: what stands on the command line, parsed.
// Refuses: to act on it.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct Arguments {
    std::string command;     ///< of the table in commands.cpp; empty when the arguments were wrong
    std::string subcommand;  ///< of `rules`
    std::vector<std::string> paths;
    std::string id;
    std::string rules;
    std::string suite;
    std::vector<std::string> waivers;
    std::vector<std::string> organs;
    std::int64_t today = 0;  ///< by which waivers expire: days since 1970-01-01
    std::string format = "text";
    std::string output;
    bool all = false;
    Language language = Language::zh;
    unsigned jobs = 0;  ///< 0: as many as the machine has
    Severity fail_on = Severity::error;

    /// Text that answers at once: help, version, or what is wrong; with the exit code to leave with.
    std::string answer;
    std::optional<int> exit;
};

Arguments parse_arguments(int argc, const char* const* argv);

}  // namespace gouji
