// SPDX-License-Identifier: Apache-2.0
#include "engine/check/linked/link.hpp"
#include "engine/cli/guard.hpp"
#include "engine/cli/loaded_rules.hpp"
#include "reports/rule_tools.hpp"

namespace gouji {

int run_explain(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    const auto found = find_rule(*catalogue, arguments, streams);
    if (!found) return exit_wrong;
    const Report report = arguments.paths.empty() ? Report{} : run_batch(arguments, *catalogue, streams, false);
    std::vector<const Filing*> filings;
    for (const CheckedFiling& one : report.filings) filings.push_back(&one.filing);
    std::vector<ExplainedFiling> explained;
    const LinkedFilings linked = link_filings(filings, {}, catalogue->organs);
    for (const auto& together : linked.judged) {
        for (const LinkedFilings::Judged& one : together) {
            const CheckedFiling& checked = report.filings[one.number];
            explained.push_back({checked.filing.file, checked.shown.text, checked.shown.starts,
                explain_rule(one.given, *catalogue, found->first)});
        }
    }
    tell(report.diagnostics, arguments, streams);
    tell(linked.diagnostics, arguments, streams);
    if (would_destroy_input(report.diagnostics)) return exit_wrong;
    if (const int written = write_result(
            render_explanation(found->entries, explained, arguments.all, format_of(arguments), arguments.language),
            arguments, streams);
        written != exit_clean)
        return written;
    return has_error(report.diagnostics) ? exit_wrong : exit_clean;
}

}  // namespace gouji
