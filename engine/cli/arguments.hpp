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
    std::string subcommand;  ///< of `rules` and `forms`
    std::vector<std::string> paths;
    std::string documents;  ///< JSONL, a document a line; - for standard input
    bool apart = false;     ///< each document by itself: nobody's year before, and its result at once
    std::string store;      ///< an archive of runs
    std::string older;      ///< of `diff`: what the next is held against
    std::string newer;
    std::string id;  ///< of a rule; for `completion` a shell
    std::string rules;
    std::string suite;
    std::vector<std::string> select;  ///< rules: ids, beginnings of ids, severities; none for all
    std::vector<std::string> ignore;
    std::vector<std::string> waivers;
    std::vector<std::string> decisions;
    std::vector<std::string> lists;  ///< filled in, for `decide`
    bool replaces = false;           ///< they have the last word
    std::vector<std::string> organs;
    std::vector<std::string> figures;  ///< of `trends`: 申请[本年新收, 总计]; none for those that sum up a report
    std::string what;                  ///< of `trends`: one part of it; empty for all, in CSV the figures
    std::string today_text;
    std::int64_t today = 0;  ///< by which waivers expire: days since 1970-01-01
    std::string reason;      ///< of the waivers that `baseline` writes; likewise the next two
    std::string approver;
    std::string expires_text;
    std::int64_t expires = 0;
    std::string format = "text";
    std::string output;
    std::string listen = "127.0.0.1:8642";  ///< of `serve`
    bool asks_token = false;                ///< likewise
    bool all = false;
    bool statistics = false;  ///< of `check` as text: rules with their counts, no finding
    std::string rule_book;    ///< of `check`: where it is published
    bool text = false;        ///< of `read`: what the grammar reads, and no more
    bool quiet = false;
    bool verbose = false;
    std::string language_text;
    Language language = Language::zh;
    std::string jobs_text;
    unsigned jobs = 0;  ///< 0: as many as the machine has
    std::string fail_on_text;
    Severity fail_on = Severity::error;

    /// Text that answers at once: help, version, or what is wrong; with the exit code to leave with.
    std::string answer;
    std::optional<int> exit;
};

Arguments parse_arguments(int argc, const char* const* argv);

/// What the command line can be: for completions and the manual.
struct Usage {
    struct Option {
        std::vector<std::string> names;  ///< -o, --output
        std::string place;               ///< PATH: of what has no name but a place
        std::string description;
        bool needed = false;
        bool value = false;              ///< something follows it
        std::vector<std::string> words;  ///< all that can follow it; empty for anything
    };
    std::string name;
    std::string description;
    std::vector<Option> options;
    std::vector<Usage> commands;
};
Usage usage(Language language);

}  // namespace gouji
