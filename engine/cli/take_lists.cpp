// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/take_lists.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/base/utf8.hpp"
#include "engine/check/decisions/decide.hpp"
#include "engine/files/add_entries.hpp"
#include "engine/cli/codes.hpp"
#include "engine/files/convert.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/guard.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/source/readers/readers.hpp"
#include "reports/codes.hpp"
#include "reports/entries.hpp"
#include "reports/past/merge_typed.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {
namespace {

/// Workbooks of older kinds (XLS, ET, ODS) are converted.
Result<ListFile> read_list(const std::string& path) {
    auto read = read_file(path);
    if (!read) return read.diagnostics.front();
    Source source{path, std::move(*read)};
    if (needs_converter(source) && !is_pdf(source)) {
        auto converted = convert(source);
        if (!converted) return converted.diagnostics.front();
        source.bytes = std::move(converted->bytes);
    }
    return ListFile{path, std::move(source.bytes)};
}

std::optional<std::vector<TypedRow>> read_lists(const Arguments& arguments, Streams& streams) {
    std::vector<Diagnostic> diagnostics;
    std::vector<ListFile> lists;
    for (const std::string& path : arguments.lists) {
        auto list = read_list(path);
        append(diagnostics, std::move(list.diagnostics));
        if (list) lists.push_back(std::move(*list));
    }
    auto rows = read_typed_lists(lists);
    append(diagnostics, std::move(rows.diagnostics));
    tell(diagnostics, arguments, streams);
    if (has_error(diagnostics) || !rows) return std::nullopt;
    return std::move(*rows.value);
}

/// Mistakes of the decision file, where no other rule file is loaded.
bool check_alone(const std::string& file, const Arguments& arguments, Streams& streams) {
    if (!target_of(file).exists) return true;
    auto content = read_file(file);
    std::vector<Diagnostic> diagnostics = std::move(content.diagnostics);
    if (content) {
        LoadOptions options;
        options.thorough = false;
        options.alone = true;
        RuleFile one{utf8::printable(file), std::move(*content)};
        one.option = "--decisions";
        append(diagnostics, load_catalogue({one}, options).diagnostics);
    }
    tell(diagnostics, arguments, streams);
    return !has_error(diagnostics);
}

/// How many rows are about findings that the run does not have.
std::size_t count_gone(const std::vector<TypedRow>& rows, const Report& report) {
    std::set<std::string> found;
    for (const CheckedFiling& checked : report.filings) {
        for (const Verdict& one : checked.judgement.verdicts) {
            if (one.outcome == Outcome::fail) found.insert(print_fingerprint(one.fingerprint));
        }
        for (const Finding& finding : checked.judgement.findings) {
            for (const Noted& note : finding.notes) found.insert(note.decision.fingerprint);
        }
    }
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(),
        [&](const TypedRow& row) { return !found.contains(row.fingerprint.substr(0, row.fingerprint.find('\n'))); }));
}

/// Every entry that is wanted is there first, and says that.
bool says_first(const std::vector<Decision>& wanted, const std::vector<Decision>& has) {
    const auto is_same = [](const Decision& a, const Decision& b) {
        return a.fingerprint == b.fingerprint && a.rule == b.rule && a.organ == b.organ && a.year == b.year
            && a.cells == b.cells && a.fields == b.fields;
    };
    return has.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), has.begin(), is_same);
}

/// The entries of the lists, and those of the findings that have none.
int write_typed(const std::vector<TypedRow>& rows, const Report& report, const Arguments& arguments, Streams& streams) {
    Addition addition{"decisions", "--decisions", &cli_codes::decisions_not_filled, {}, {}, {}, {}};
    MergedDecisions merged;
    addition.fill = [&](const Catalogue& has, const std::string& content) {
        merged = merge_typed(rows, has.decisions, arguments.replaces);
        return fill_decisions(content, merged.changes);
    };
    addition.entries = [&](const Catalogue& has, std::string_view indent) {
        return render_typed_entries(merged.added, indent)
            + render_decision_entries(report, decisions_after(has.decisions, merged), indent, arguments.language);
    };
    addition.keeps = [&](const Catalogue& had, const Catalogue& has) {
        return says_first(decisions_after(had.decisions, merged), has.decisions);
    };
    const auto trouble = add_entries(arguments.decisions.back(), addition);
    tell(trouble ? std::vector{*trouble} : merged.diagnostics, arguments, streams);
    return trouble || has_error(report.diagnostics) ? exit_wrong : exit_clean;
}

}  // namespace

int take_lists(const Arguments& arguments, Streams& streams) {
    const auto refuse = [&](const std::vector<Diagnostic>& why) {
        tell(why, arguments, streams);
        return static_cast<int>(exit_wrong);
    };
    if (arguments.decisions.size() > 1)
        return refuse({diagnose(cli_codes::option_twice, {{"word", same("--decisions")}})});
    const auto rows = read_lists(arguments, streams);
    if (!rows) return exit_wrong;
    const std::string& file = arguments.decisions.back();
    Report report;
    if (arguments.paths.empty() && arguments.documents.empty()) {
        if (!check_alone(file, arguments, streams)) return exit_wrong;
        return write_typed(*rows, report, arguments, streams);
    }
    Arguments reading = arguments;
    if (!target_of(file).exists) reading.decisions.clear();
    const auto catalogue = load_rules(reading, streams);
    if (!catalogue) return exit_wrong;
    report = collect_report(arguments, *catalogue, streams, true);
    if (const std::size_t gone = count_gone(*rows, report); gone > 0)
        report.diagnostics.push_back(diagnose(report_codes::list_gone, {{"count", same(std::to_string(gone))}}));
    if (would_destroy_input(report.diagnostics)) return refuse(report.diagnostics);
    tell(report.diagnostics, arguments, streams);
    return write_typed(*rows, report, arguments, streams);
}

}  // namespace gouji
