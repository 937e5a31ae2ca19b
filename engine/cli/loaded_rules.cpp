// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/loaded_rules.hpp"

#include "engine/cli/codes.hpp"
#include "reports/diagnostics.hpp"

#include <algorithm>
#include <ostream>

namespace gouji {

LoadedRules load_for_tools(const Arguments& arguments, Streams& streams) {
    LoadedRules made;
    for (const auto& path : arguments.paths.empty() ? std::vector<std::string>{""} : arguments.paths) {
        for (auto& file : rule_files_for({path, "", false, {}, arguments.output}, streams.program, made.diagnostics)) {
            const bool known = std::any_of(
                made.files.begin(), made.files.end(), [&](const RuleFile& one) { return one.name == file.name; });
            if (!known) made.files.push_back(std::move(file));
        }
    }
    if (has_error(made.diagnostics)) return made;
    auto loaded = load_catalogue(made.files, {true, {}});
    append(made.diagnostics, std::move(loaded.diagnostics));
    made.catalogue = std::move(loaded.value);
    return made;
}

RulesFormat format_of(const Arguments& arguments) {
    return arguments.format == "json" ? RulesFormat::json : RulesFormat::text;
}

bool refused(const LoadedRules& loaded, const Arguments& arguments, Streams& streams) {
    streams.err << render_diagnostics(loaded.diagnostics, arguments.language);
    return !loaded.catalogue;
}

std::optional<FoundRule> find_rule(
    const Catalogue& catalogue, const Arguments& arguments, Streams& streams, const std::vector<std::string>& others) {
    FoundRule made;
    std::vector<std::string> known;
    for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
        const Rule& rule = catalogue.rules[r];
        if (rule.id == arguments.id && made.entries.empty()) made.first = r;
        if (rule.id == arguments.id) made.entries.push_back(&rule);
        if (known.empty() || known.back() != rule.id) known.push_back(rule.id);
    }
    if (!made.entries.empty()) return made;
    known.insert(known.end(), others.begin(), others.end());
    streams.err << render_diagnostics(
        {diagnose(cli_codes::no_such_rule, {{"id", same(arguments.id)}, {"near", near_or_all(arguments.id, known)}})},
        arguments.language);
    return std::nullopt;
}

}  // namespace gouji
