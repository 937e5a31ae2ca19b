// SPDX-License-Identifier: Apache-2.0
// Owns: the table of the commands: one file each, one line in the table of commands.cpp.
// Refuses: to know how arguments are spelled (arguments.cpp does).
#pragma once

#include "engine/cli/arguments.hpp"

#include "reports/report.hpp"

#include <iosfwd>
#include <span>
#include <string_view>

namespace gouji {

/// What the process is asked to leave with.
enum Exit : int {
    exit_clean = 0,  ///< nothing at or above --fail-on
    exit_findings = 1,
    exit_wrong = 2,   ///< wrong use, a wrong rule file, an input that could not be read
    exit_defect = 3,  ///< ours
};

/// The result alone goes to `out`; everything else to `err`.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::string program;    ///< path of the running program, by which the shipped rules are found
    bool colour = false;    ///< `out` is a terminal that shows colours, and nobody has asked for none
    bool progress = false;  ///< `err` is a terminal: a line may be written over
    int width = 0;          ///< columns of the terminal that `out` is; 0 where it is none
};

/// What a command takes from the command line, besides what all take: bits.
enum Takes : unsigned {
    takes_any = 0,
    takes_inputs = 1,      ///< files to read, or directories
    takes_judging = 2,     ///< what changes verdicts or stands beside them: a suite, waivers, decisions
    takes_all = 4,         ///< --all
    takes_fail_on = 8,     ///< --fail-on
    takes_rule_id = 16,    ///< a rule
    takes_grant = 32,      ///< reason, approver and day of new waivers
    takes_two = 64,        ///< two things to hold against each other
    takes_shell = 128,     ///< the name of a shell
    takes_output = 256,    ///< -o: it has a result; what it adds to a file has its place
    takes_text = 512,      ///< --text
    takes_lists = 1024,    ///< lists of findings that people have filled in
    takes_years = 2048,    ///< a store, and what is asked of its years
    takes_serving = 4096,  ///< where to listen
};

/// A command behind another: `rules lint`.
struct Subcommand {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    std::string_view argument;  ///< what it needs besides files: ID, KIND
    unsigned takes;             ///< inputs, or else files of rules
    int (*run)(const Arguments& arguments, Streams& streams);
};

struct Command {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    unsigned takes;
    bool (*formats)(const ReportFormat& format);  ///< those it can write; nothing where there is no choice
    int (*run)(const Arguments& arguments, Streams& streams);
    std::span<const Subcommand> subcommands{};  ///< one of them must follow
};
std::span<const Command> commands();

/// The formats of results that are no list of findings: text and json.
bool is_plain(const ReportFormat& format);

int run_check(const Arguments& arguments, Streams& streams);
int run_baseline(const Arguments& arguments, Streams& streams);
int run_decide(const Arguments& arguments, Streams& streams);
int run_trends(const Arguments& arguments, Streams& streams);
int run_diff(const Arguments& arguments, Streams& streams);
int run_completion(const Arguments& arguments, Streams& streams);
int run_manual(const Arguments& arguments, Streams& streams);
int run_serve(const Arguments& arguments, Streams& streams);
int run_read(const Arguments& arguments, Streams& streams);
int run_subcommand(const Arguments& arguments, Streams& streams);
int run_forms_draft(const Arguments& arguments, Streams& streams);
int run_rules_list(const Arguments& arguments, Streams& streams);
int run_rules_show(const Arguments& arguments, Streams& streams);
int run_rules_lint(const Arguments& arguments, Streams& streams);
int run_rules_coverage(const Arguments& arguments, Streams& streams);
int run_rules_mutate(const Arguments& arguments, Streams& streams);
int run_rules_book(const Arguments& arguments, Streams& streams);
int run_rules_new(const Arguments& arguments, Streams& streams);
int run_rules_schema(const Arguments& arguments, Streams& streams);
int run_explain(const Arguments& arguments, Streams& streams);
int run_rules_test(const Arguments& arguments, Streams& streams);

}  // namespace gouji
