// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/commands.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::array table = {
    Command{"check", "核对报告，列出问题", "check reports and list the findings", run_check},
    Command{"read", "显示从报告中读到的内容", "show what is read from reports", run_read},
    Command{"rules", "查看与检验规则", "look at rules and try them", run_rules},
};

constexpr std::array rules_table = {
    RulesCommand{"list", "列出规则", "list the rules", false, run_rules_list},
    RulesCommand{"show", "显示一条规则", "show one rule", true, run_rules_show},
    RulesCommand{"lint", "检查规则与表单文件的错误", "find the mistakes of rule and form files", false, run_rules_lint},
    RulesCommand{"test", "运行规则自带的例子", "run the tests inside the rules", false, run_rules_test},
};

}  // namespace

std::span<const Command> commands() { return table; }
std::span<const RulesCommand> rules_commands() { return rules_table; }

int run_rules(const Arguments& arguments, Streams& streams) {
    const auto found = std::find_if(rules_table.begin(), rules_table.end(), [&](const RulesCommand& one) { return one.name == arguments.subcommand; });
    return found == rules_table.end() ? static_cast<int>(exit_wrong) : found->run(arguments, streams);
}

}  // namespace gouji
