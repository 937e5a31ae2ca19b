// SPDX-License-Identifier: Apache-2.0
// `decide` and `baseline`: entries for findings, for people to fill in and to answer for.
#include "engine/base/calendar.hpp"
#include "engine/files/add_entries.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/guard.hpp"
#include "engine/cli/take_lists.hpp"
#include "reports/entries.hpp"

#include <algorithm>
#include <ostream>
#include <tuple>

namespace gouji {
namespace {

/// Every entry that the file had is there first, and the same.
bool keeps_first(const auto& had, const auto& has, auto is_same) {
    return has.size() > had.size() && std::equal(had.begin(), had.end(), has.begin(), is_same);
}

bool is_same_decision(const Decision& a, const Decision& b) {
    return a.fingerprint == b.fingerprint && a.fields == b.fields;
}

bool is_same_waiver(const Waiver& a, const Waiver& b) {
    const auto all = [](const Waiver& one) {
        return std::tie(one.rule, one.organ, one.year, one.at.table, one.at.row, one.at.column, one.at.fact,
            one.at.section, one.cells, one.reason, one.approver, one.expires);
    };
    return all(a) == all(b);
}

int add(const std::string& file, const Addition& addition, const Report& report, const Arguments& arguments,
    Streams& streams) {
    if (const auto trouble = add_entries(file, addition)) {
        tell({*trouble}, arguments, streams);
        return exit_wrong;
    }
    return has_error(report.diagnostics) ? exit_wrong : exit_clean;
}

}  // namespace

int run_decide(const Arguments& arguments, Streams& streams) {
    if (arguments.decisions.empty()) {
        tell({diagnose(cli_codes::decisions_unnamed)}, arguments, streams);
        return exit_wrong;
    }
    if (!arguments.lists.empty()) return take_lists(arguments, streams);
    // New entries go to the last of several files.
    const std::string& file = arguments.decisions.back();
    Arguments reading = arguments;
    if (!target_of(file).exists) reading.decisions.pop_back();
    const auto catalogue = load_rules(reading, streams);
    if (!catalogue) return exit_wrong;
    const Report report = collect_report(arguments, *catalogue, streams, true);
    tell(report.diagnostics, arguments, streams);
    if (would_destroy_input(report.diagnostics)) return exit_wrong;
    Addition addition{"decisions", "--decisions", &cli_codes::decisions_not_extended, {}, {}, {}, {}};
    addition.entries = [&](const Catalogue& has, std::string_view indent) {
        return render_decision_entries(report, has.decisions, indent, arguments.language);
    };
    addition.keeps = [](const Catalogue& had, const Catalogue& has) {
        return keeps_first(had.decisions, has.decisions, is_same_decision);
    };
    return add(file, addition, report, arguments, streams);
}

namespace {

/// The arguments, with the file that is written among those that are read: its entries stay and hold.
Arguments reading_its_output(const Arguments& arguments, const Target& target) {
    Arguments reading = arguments;
    const FileIdentity output(arguments.output);
    const bool is_named = std::any_of(
        reading.waivers.begin(), reading.waivers.end(), [&](const std::string& path) { return output.is(path); });
    if (target.exists && target.is_regular && !is_named) reading.waivers.push_back(arguments.output);
    return reading;
}

Addition addition_of_waivers(const Report& report, const Grant& grant, const Arguments& arguments, std::string alone) {
    Addition addition{"waivers", "--waivers", &cli_codes::waivers_not_extended, {}, {}, {}, std::move(alone)};
    addition.entries = [&](const Catalogue& has, std::string_view indent) {
        WaiverEntries entries =
            render_waiver_entries(report, grant, has.waivers, arguments.today, indent, arguments.language);
        return entries.any ? std::move(entries.text) : std::string();
    };
    addition.keeps = [](const Catalogue& had, const Catalogue& has) {
        return keeps_first(had.waivers, has.waivers, is_same_waiver);
    };
    return addition;
}

}  // namespace

int run_baseline(const Arguments& arguments, Streams& streams) {
    const Target target = target_of(arguments.output);
    const auto catalogue = load_rules(reading_its_output(arguments, target), streams);
    if (!catalogue) return exit_wrong;
    const Report report = collect_report(arguments, *catalogue, streams, true);
    tell(report.diagnostics, arguments, streams);
    if (would_destroy_input(report.diagnostics)) return exit_wrong;
    const Grant grant{arguments.reason, arguments.approver, print_day(arguments.expires)};
    const WaiverEntries all = render_waiver_entries(report, grant, {}, arguments.today, "  ", arguments.language);
    const std::string alone = (all.any ? "waivers:\n" : "waivers: []\n") + all.text;
    if (arguments.output.empty() || !target.is_regular) {
        const int written = write_result(alone, arguments, streams);
        return written == exit_clean && has_error(report.diagnostics) ? static_cast<int>(exit_wrong) : written;
    }
    return add(arguments.output, addition_of_waivers(report, grant, arguments, alone), report, arguments, streams);
}

}  // namespace gouji
