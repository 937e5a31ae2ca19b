// SPDX-License-Identifier: Apache-2.0
// The commands under `rules` that serve their authors: coverage, mutate, new, schema.
#include "engine/base/utf8.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/loaded_rules.hpp"
#include "engine/rules/new_rule.hpp"
#include "reports/diagnostics.hpp"
#include "reports/rules/rule_tools.hpp"
#include "reports/rules/file_schema.hpp"

#include <algorithm>
#include <ostream>

namespace gouji {

int run_rules_coverage(const Arguments& arguments, Streams& streams) {
    const LoadedRules loaded = load_for_tools(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    return write_result(
        render_coverage(cover_rules(*loaded.catalogue, loaded.files), format_of(arguments), arguments.language),
        arguments, streams);
}

int run_rules_mutate(const Arguments& arguments, Streams& streams) {
    LoadedRules loaded = load_for_tools(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    const auto mutants = mutate_rules(*loaded.catalogue);
    return write_result(
        render_mutants(mutants, unwatched_cells(*loaded.catalogue), format_of(arguments), arguments.language),
        arguments, streams);
}

int run_rules_new(const Arguments& arguments, Streams& streams) {
    // Whoever begins a rule has typed nothing yet: a file that is there is another one.
    if (!arguments.output.empty() && target_of(arguments.output).exists && target_of(arguments.output).is_regular) {
        std::vector<Diagnostic> told = {diagnose(cli_codes::output_exists)};
        told.front().file = utf8::printable(arguments.output);
        streams.err << render_diagnostics(told, arguments.language);
        return exit_wrong;
    }
    if (is_rule_id(arguments.id)) return write_result(new_rule(arguments.id, arguments.language), arguments, streams);
    streams.err << render_diagnostics(
        {diagnose(cli_codes::wrong_rule_id, {{"id", same(arguments.id)}})}, arguments.language);
    return exit_wrong;
}

int run_rules_schema(const Arguments& arguments, Streams& streams) {
    const auto kinds = schema_kinds();
    if (std::find(kinds.begin(), kinds.end(), arguments.id) != kinds.end())
        return write_result(render_schema(arguments.id, arguments.language), arguments, streams);
    streams.err << render_diagnostics({diagnose(cli_codes::no_such_schema,
                                          {{"word", same(arguments.id)}, {"near", near_or_all(arguments.id, kinds)}})},
        arguments.language);
    return exit_wrong;
}

}  // namespace gouji
