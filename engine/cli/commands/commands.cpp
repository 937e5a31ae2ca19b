// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/commands/commands.hpp"

#include <algorithm>
#include <array>
#include <variant>

namespace gouji {
namespace {

bool is_any(const ReportFormat&) { return true; }
bool tells_years(const ReportFormat& one) { return one.name == "text" || one.name == "html" || one.name == "csv"; }
bool reads(const ReportFormat& one) { return one.read.begin != nullptr; }

constexpr std::array rules_table = {
    Subcommand{"list", "列出规则", "list the rules", "", takes_any, run_rules_list},
    Subcommand{"show", "显示一条规则", "show one rule", "ID", takes_any, run_rules_show},
    Subcommand{
        "lint", "检查规则与表单文件的错误", "find mistakes in rule and form files", "", takes_any, run_rules_lint},
    Subcommand{"test", "运行规则的例子", "run the tests of the rules", "", takes_any, run_rules_test},
    Subcommand{"coverage", "例子检验到了什么", "show what the tests reach", "", takes_any, run_rules_coverage},
    Subcommand{"mutate", "改动规则，看例子能否发现；哪些单元格没有规则核对",
        "change rules and see whether the tests notice; list cells that no rule checks", "", takes_any,
        run_rules_mutate},
    Subcommand{"book", "写出规则手册", "write the rule book", "", takes_any, run_rules_book},
    Subcommand{"new", "写出一个新规则文件", "write a new rule file", "ID", takes_any, run_rules_new},
    Subcommand{"schema", "写出编辑器用的 JSON Schema：rule、form、lexicon、suite、waivers、decisions、organs、tests",
        "write the JSON Schema for editors: rule, form, lexicon, suite, waivers, decisions, organs, tests", "KIND",
        takes_any, run_rules_schema},
};

constexpr std::array forms_table = {
    Subcommand{"draft", "由一份报告写出表单的初稿", "write the draft of a form, made from a report", "", takes_inputs,
        run_forms_draft},
};

constexpr std::array table = {
    Command{"check", "核对报告，列出问题", "check reports and list the findings",
        takes_inputs | takes_judging | takes_all | takes_fail_on | takes_output, is_any, run_check},
    Command{"read", "显示从报告中读到的内容", "show what was read from reports",
        takes_inputs | takes_output | takes_text, reads, run_read},
    Command{"explain", "说明一条规则及它在报告上的计算过程，或一个提示代码",
        "explain a rule and how it is evaluated on a report, or the code of a diagnostic",
        takes_inputs | takes_rule_id | takes_all | takes_output, is_plain, run_explain},
    Command{"decide", "在决定文件中为新问题添上待填的一项，或读入填好的清单",
        "add an entry to fill in for each new finding to a decision file, or take a list that was filled in",
        takes_inputs | takes_judging | takes_lists, nullptr, run_decide},
    Command{"baseline", "为现有的问题写出豁免", "write waivers for the existing findings",
        takes_inputs | takes_judging | takes_grant | takes_output, nullptr, run_baseline},
    Command{"diff", "比较两次的结果：新增、消失、改变的问题", "compare two results: new, resolved and changed findings",
        takes_inputs | takes_judging | takes_fail_on | takes_two | takes_output, is_plain, run_diff},
    Command{"trends", "历年变化：存储中各年的数、重复出现的问题、缺少的报告",
        "trends over the years of a store: figures, findings that repeat, missing reports", takes_years | takes_output,
        tells_years, run_trends},
    Command{"serve", "在浏览器中核对：打开工作台", "check in a browser: open the workbench",
        takes_judging | takes_serving, nullptr, run_serve},
    Command{"rules", "查看与检验规则", "look at rules and test them", takes_any, nullptr, run_subcommand, rules_table},
    Command{"forms", "为一种新的报告写表单", "write forms for a new kind of report", takes_any, nullptr, run_subcommand,
        forms_table},
    Command{"completion", "写出命令行补全的脚本", "write a command-line completion script", takes_shell | takes_output,
        nullptr, run_completion},
    Command{"manual", "写出手册页（man）", "write the manual page (man)", takes_output, nullptr, run_manual},
};

}  // namespace

bool is_plain(const ReportFormat& one) { return one.name == "text" || one.name == "json"; }

std::span<const Command> commands() { return table; }

int run_subcommand(const Arguments& arguments, Streams& streams) {
    for (const Command& command : table) {
        if (command.name != arguments.command) continue;
        for (const Subcommand& one : command.subcommands) {
            if (one.name == arguments.subcommand) return one.run(arguments, streams);
        }
    }
    return exit_wrong;
}

}  // namespace gouji
