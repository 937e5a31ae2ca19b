// SPDX-License-Identifier: Apache-2.0
// Owns: loading rules for the commands that look at rules rather than at reports: with their tests, and all
// diagnostics.
// Refuses: to print.
#pragma once

#include "engine/cli/written_run.hpp"
#include "engine/cli/files.hpp"
#include "reports/rules/rule_list.hpp"

#include <optional>
#include <vector>

namespace gouji {

struct LoadedRules {
    std::vector<RuleFile> files;
    std::optional<Catalogue> catalogue;
    std::vector<Diagnostic> diagnostics;
};

/// The shipped rules, or those of the paths with the shipped forms beside them.
LoadedRules load_for_tools(const Arguments& arguments, Streams& streams);

RulesFormat format_of(const Arguments& arguments);

/// Mistakes go where they can be seen; a wrong file ends the command.
bool refused(const LoadedRules& loaded, const Arguments& arguments, Streams& streams);

/// The entries of a rule, and where the first stands; nothing, with a diagnostic written, when there is none. `others`:
/// what else the id could have meant.
struct FoundRule {
    std::vector<const Rule*> entries;
    std::size_t first = 0;
};
std::optional<FoundRule> find_rule(const Catalogue& catalogue, const Arguments& arguments, Streams& streams,
    const std::vector<std::string>& others = {});

}  // namespace gouji
