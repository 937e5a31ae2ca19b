// SPDX-License-Identifier: Apache-2.0
// The commands under `rules` that look at them: list, show, book, lint, test.
#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/loaded_rules.hpp"
#include "reports/diagnostics.hpp"
#include "reports/rules/rule_book.hpp"
#include "reports/rules/rule_list.hpp"

#include <algorithm>
#include <ostream>

namespace gouji {
int run_rules_list(const Arguments& arguments, Streams& streams) {
    const LoadedRules loaded = load_for_tools(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    std::vector<const Rule*> rules;
    for (const auto& [first, end] : loaded.catalogue->reported) rules.push_back(&loaded.catalogue->rules[first]);
    return write_result(render_rules(rules, format_of(arguments), arguments.language), arguments, streams);
}

int run_rules_show(const Arguments& arguments, Streams& streams) {
    const LoadedRules loaded = load_for_tools(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    const auto found = find_rule(*loaded.catalogue, arguments, streams);
    if (!found) return exit_wrong;
    const Catalogue& catalogue = *loaded.catalogue;
    std::vector<ShownRule> entries;
    for (std::size_t i = 0; i < found->entries.size(); ++i) {
        entries.push_back({found->entries[i], {}});
        for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
            const std::size_t count = catalogue.compiled[found->first + i][f].size();
            if (count > 0) entries.back().instances.emplace_back(catalogue.forms[f].form.id, count);
        }
    }
    return write_result(render_rule(entries, format_of(arguments), arguments.language), arguments, streams);
}

int run_rules_book(const Arguments& arguments, Streams& streams) {
    const LoadedRules loaded = load_for_tools(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    return write_result(render_rule_book(*loaded.catalogue, loaded.files, arguments.language), arguments, streams);
}

int run_rules_lint(const Arguments& arguments, Streams& streams) {
    const LoadedRules loaded = load_for_tools(arguments, streams);
    const bool json = format_of(arguments) == RulesFormat::json;
    const int written = write_result(json ? render_diagnostics_json(loaded.diagnostics, arguments.language)
                                          : render_diagnostics(loaded.diagnostics, arguments.language),
        arguments, streams);
    return has_error(loaded.diagnostics) ? static_cast<int>(exit_wrong) : written;
}

int run_rules_test(const Arguments& arguments, Streams& streams) {
    const LoadedRules loaded = load_for_tools(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    const auto results = test_rules(*loaded.catalogue);
    const int written =
        write_result(render_rule_tests(results, format_of(arguments), arguments.language), arguments, streams);
    if (written != exit_clean) return written;
    const bool failed =
        std::any_of(results.begin(), results.end(), [](const RuleTestResult& one) { return !one.failures.empty(); });
    return failed ? exit_findings : exit_clean;
}

}  // namespace gouji
