// SPDX-License-Identifier: Apache-2.0
// `decide` and `baseline`: entries for findings, for people to fill in and to answer for.
#include "engine/base/calendar.hpp"
#include "engine/cli/add_entries.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/guard.hpp"
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
        tell({diagnose(cli_codes::no_decisions)}, arguments, streams);
        return exit_wrong;
    }
    // New entries go to the last of several files.
    const std::string& file = arguments.decisions.back();
    Arguments reading = arguments;
    if (!target_of(file).exists) reading.decisions.pop_back();
    const auto catalogue = load_rules(reading, streams);
    if (!catalogue) return exit_wrong;
    const Report report = collect_report(arguments, *catalogue, streams, true);
    tell(report.diagnostics, arguments, streams);
    if (would_destroy_input(report.diagnostics)) return exit_wrong;
    Addition addition{"decisions", "--decisions", &cli_codes::decisions_not_extended, {}, {}, {}};
    addition.entries = [&](const Catalogue& has, std::string_view indent) {
        return render_decision_entries(report, has.decisions, indent, arguments.language);
    };
    addition.keeps = [](const Catalogue& had, const Catalogue& has) {
        return keeps_first(had.decisions, has.decisions, is_same_decision);
    };
    return add(file, addition, report, arguments, streams);
}

int run_baseline(const Arguments& arguments, Streams& streams) {
    Arguments reading = arguments;
    // What is there is one of the files of waivers: its entries stay and hold.
    const Target target = target_of(arguments.output);
    const FileIdentity output(arguments.output);
    if (target.exists && target.is_regular
        && std::none_of(
            reading.waivers.begin(), reading.waivers.end(), [&](const std::string& one) { return output.is(one); })) {
        reading.waivers.push_back(arguments.output);
    }
    const auto catalogue = load_rules(reading, streams);
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
    Addition addition{"waivers", "--waivers", &cli_codes::waivers_not_extended, {}, {}, alone};
    addition.entries = [&](const Catalogue& has, std::string_view indent) {
        WaiverEntries made =
            render_waiver_entries(report, grant, has.waivers, arguments.today, indent, arguments.language);
        return made.any ? std::move(made.text) : std::string();
    };
    addition.keeps = [](const Catalogue& had, const Catalogue& has) {
        return keeps_first(had.waivers, has.waivers, is_same_waiver);
    };
    return add(arguments.output, addition, report, arguments, streams);
}

}  // namespace gouji
