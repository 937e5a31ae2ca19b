// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/commands/commands.hpp"

#include <algorithm>
#include <array>
#include <variant>

namespace gouji {
namespace {

bool is_any(const ReportFormat&) { return true; }
bool reads(const ReportFormat& one) { return !std::holds_alternative<std::monostate>(one.read); }

constexpr std::array table = {
    Command{"check", "核对报告，列出问题", "check reports and list the findings",
        takes_inputs | takes_judging | takes_all | takes_fail_on | takes_output, is_any, run_check},
    Command{"read", "显示从报告中读到的内容", "show what was read from reports", takes_inputs | takes_output, reads,
        run_read},
    Command{"explain", "说明一条规则，及它在报告上的计算过程", "explain a rule, and how it is evaluated on a report",
        takes_inputs | takes_rule_id | takes_all | takes_output, is_plain, run_explain},
    Command{"decide", "在决定文件中为新问题添上待填的一项",
        "add an entry to fill in for each new finding to a decision file", takes_inputs | takes_judging, nullptr,
        run_decide},
    Command{"baseline", "为现有的问题写出豁免", "write waivers for the existing findings",
        takes_inputs | takes_judging | takes_grant | takes_output, nullptr, run_baseline},
    Command{"diff", "比较两次的结果：新增、消失、改变的问题", "compare two results: new, resolved and changed findings",
        takes_inputs | takes_judging | takes_fail_on | takes_two | takes_output, is_plain, run_diff},
    Command{"rules", "查看与检验规则", "look at rules and test them", takes_any, nullptr, run_rules},
    Command{"completion", "写出命令行补全的脚本", "write a command-line completion script", takes_shell | takes_output,
        nullptr, run_completion},
    Command{"manual", "写出手册页（man）", "write the manual page (man)", takes_output, nullptr, run_manual},
};

constexpr std::array rules_table = {
    RulesCommand{"list", "列出规则", "list the rules", "", run_rules_list},
    RulesCommand{"show", "显示一条规则", "show one rule", "ID", run_rules_show},
    RulesCommand{"lint", "检查规则与表单文件的错误", "find mistakes in rule and form files", "", run_rules_lint},
    RulesCommand{"test", "运行规则的例子", "run the tests of the rules", "", run_rules_test},
    RulesCommand{"coverage", "例子检验到了什么", "show what the tests reach", "", run_rules_coverage},
    RulesCommand{"mutate", "改动规则，看例子能否发现；哪些单元格没有规则核对",
        "change rules and see whether the tests notice; list cells that no rule checks", "", run_rules_mutate},
    RulesCommand{"book", "写出规则手册", "write the rule book", "", run_rules_book},
    RulesCommand{"new", "写出一个新规则文件", "write a new rule file", "ID", run_rules_new},
    RulesCommand{"schema", "写出编辑器用的 JSON Schema：rule、form、lexicon、suite、waivers、decisions、organs、tests",
        "write the JSON Schema for editors: rule, form, lexicon, suite, waivers, decisions, organs, tests", "KIND",
        run_rules_schema},
};

}  // namespace

bool is_plain(const ReportFormat& one) { return one.name == "text" || one.name == "json"; }

std::span<const Command> commands() { return table; }
std::span<const RulesCommand> rules_commands() { return rules_table; }

int run_rules(const Arguments& arguments, Streams& streams) {
    const auto found = std::find_if(rules_table.begin(), rules_table.end(),
        [&](const RulesCommand& one) { return one.name == arguments.subcommand; });
    return found == rules_table.end() ? static_cast<int>(exit_wrong) : found->run(arguments, streams);
}

}  // namespace gouji
