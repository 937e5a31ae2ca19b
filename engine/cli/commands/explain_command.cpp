// SPDX-License-Identifier: Apache-2.0
#include "engine/check/linked/link.hpp"
#include "engine/cli/guard.hpp"
#include "engine/cli/known_codes.hpp"
#include "engine/cli/loaded_rules.hpp"
#include "reports/rules/code_page.hpp"
#include "reports/rules/rule_explanation.hpp"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

namespace gouji {
namespace {

/// A code, unless a rule has that name.
const Code* code_meant(const std::vector<Code>& codes, const Catalogue& catalogue, const std::string& id) {
    const auto is_rule = [&](const Rule& rule) { return rule.id == id; };
    if (std::any_of(catalogue.rules.begin(), catalogue.rules.end(), is_rule)) return nullptr;
    const auto code = std::find_if(codes.begin(), codes.end(), [&](const Code& one) { return one.id == id; });
    return code == codes.end() ? nullptr : &*code;
}

/// The rule on each filing, with the years that belong together.
struct LinkedExplanation {
    std::vector<ReadFiling> read;  ///< what the explanations point at
    std::vector<ExplainedFiling> filings;
    std::vector<Diagnostic> diagnostics;
};

LinkedExplanation explain_filings(std::deque<CheckedFiling>&& checked, const Catalogue& catalogue, std::size_t first) {
    LinkedExplanation made;
    for (CheckedFiling& one : checked) made.read.push_back({std::move(one.shown), std::move(one.filing)});
    std::vector<const ReadFiling*> listed;
    for (const ReadFiling& filing : made.read) listed.push_back(&filing);
    LinkedFilings linked = link_filings(listed, catalogue.organs);
    for (const auto& together : linked.together) {
        for (const LinkedFilings::Linked& each : together) {
            const ReadFiling& filing = made.read[each.number];
            made.filings.push_back({filing.filing.file, filing.shown.text, filing.shown.starts,
                explain_rule(each.filings, catalogue, first), filing.filing.unread});
        }
    }
    made.diagnostics = std::move(linked.diagnostics);
    return made;
}

}  // namespace

int run_explain(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    const std::vector<Code> codes = known_codes();
    if (const Code* code = code_meant(codes, *catalogue, arguments.id))
        return write_result(render_code(*code, format_of(arguments), arguments.language), arguments, streams);
    std::vector<std::string> names;
    for (const Code& one : codes) names.emplace_back(one.id);
    const auto found = find_rule(*catalogue, arguments, streams, names);
    if (!found) return exit_wrong;
    Report report = arguments.paths.empty() ? Report{} : collect_report(arguments, *catalogue, streams, false);
    LinkedExplanation explained = explain_filings(std::move(report.filings), *catalogue, found->first);
    tell(report.diagnostics, arguments, streams);
    tell(explained.diagnostics, arguments, streams);
    if (would_destroy_input(report.diagnostics)) return exit_wrong;
    if (const int written = write_result(render_explanation(found->entries, explained.filings, arguments.all,
                                             format_of(arguments), arguments.language),
            arguments, streams);
        written != exit_clean)
        return written;
    return has_error(report.diagnostics) ? exit_wrong : exit_clean;
}

}  // namespace gouji
