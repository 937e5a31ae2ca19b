// SPDX-License-Identifier: Apache-2.0
#include "engine/check/linked/link.hpp"
#include "engine/cli/guard.hpp"
#include "engine/cli/loaded_rules.hpp"
#include "reports/rules/rule_explanation.hpp"

#include <utility>
#include <vector>

namespace gouji {

int run_explain(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    const auto found = find_rule(*catalogue, arguments, streams);
    if (!found) return exit_wrong;
    Report report = arguments.paths.empty() ? Report{} : collect_report(arguments, *catalogue, streams, false);
    std::vector<ReadFiling> filings;
    for (CheckedFiling& checked : report.filings)
        filings.push_back({std::move(checked.shown), std::move(checked.filing)});
    std::vector<const ReadFiling*> listed;
    for (const ReadFiling& filing : filings) listed.push_back(&filing);
    const LinkedFilings linked = link_filings(listed, catalogue->organs);
    std::vector<ExplainedFiling> explained;
    for (const auto& together : linked.together) {
        for (const LinkedFilings::Linked& each : together) {
            const ReadFiling& filing = filings[each.number];
            explained.push_back({filing.filing.file, filing.shown.text, filing.shown.starts,
                explain_rule(each.filings, *catalogue, found->first), filing.filing.unread});
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
