// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/written_run.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/base/version.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/guard.hpp"
#include "engine/store/digest.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

namespace gouji {
namespace {

bool fails(const CheckedFiling& checked, Severity from) {
    const auto& verdicts = checked.judgement.verdicts;
    return std::any_of(verdicts.begin(), verdicts.end(),
        [&](const Verdict& one) { return one.outcome == Outcome::fail && one.severity >= from; });
}

/// A file that says how filings are read; one too many costs a reading, and no more.
bool may_hold_form(const RuleFile& file) {
    return file.content.starts_with("form:") || file.content.find("\nform:") != std::string::npos;
}

void take_digests(Catalogue& catalogue, const std::vector<RuleFile>& files, const std::string& suite) {
    catalogue.digest = digest_of({sources(), suite});
    // Filings that were read without the words of their sections will not do for a rule that asks for them.
    const bool words = std::any_of(
        catalogue.editions.begin(), catalogue.editions.end(), [](const Edition& one) { return one.keeps_words; });
    catalogue.forms_digest = digest_of({sources(), words ? "words" : ""});
    for (const RuleFile& one : files) {
        const std::string flags = {one.reported ? '1' : '0', one.only_forms ? '1' : '0'};
        catalogue.digest = digest_of({catalogue.digest, one.name, flags, one.content});
        if (may_hold_form(one)) catalogue.forms_digest = digest_of({catalogue.forms_digest, one.name, one.content});
    }
}

}  // namespace

namespace {

/// All files that the arguments name, each of the kind that its option takes; `judging`: those that change verdicts.
std::vector<RuleFile> rule_files_of(const Arguments& arguments, Streams& streams, std::vector<RuleFile>& judging,
    std::vector<Diagnostic>& diagnostics) {
    // What `baseline` adds to may be a file of waivers among the rules.
    const std::string output = arguments.command == "baseline" ? "" : arguments.output;
    auto files = rule_files_for(
        {arguments.rules, "--rules", !arguments.suite.empty(), arguments.organs, output}, streams.program, diagnostics);
    if (!arguments.store.empty()) judging = files;
    const std::pair<const std::vector<std::string>*, std::string_view> more[] = {
        {&arguments.waivers, "--waivers"}, {&arguments.decisions, "--decisions"}};
    for (const auto& [paths, option] : more) {
        for (const std::string& path : *paths) {
            for (auto& one : find_rule_files(path, true, diagnostics)) {
                one.option = option;
                files.push_back(std::move(one));
            }
        }
    }
    if (!arguments.suite.empty() && arguments.suite.find_first_of("./") != std::string::npos) {
        std::error_code error;
        if (std::filesystem::exists(arguments.suite, error)) {
            diagnostics.push_back(diagnose(cli_codes::suite_is_file, {{"path", same(arguments.suite)}}));
        }
    }
    return files;
}

}  // namespace

std::optional<Catalogue> load_rules(const Arguments& arguments, Streams& streams) {
    std::vector<Diagnostic> diagnostics;
    std::vector<RuleFile> judging;
    const auto files = rule_files_of(arguments, streams, judging, diagnostics);
    Result<Catalogue> loaded;
    if (!has_error(diagnostics)) loaded = load_catalogue(files, {false, arguments.suite});
    append(diagnostics, std::move(loaded.diagnostics));
    // `read` needs forms alone.
    if (loaded && loaded->reported.empty() && arguments.command != "read") {
        diagnostics.push_back(diagnose(cli_codes::no_rule_left));
    }
    tell(diagnostics, arguments, streams);
    if (!loaded || has_error(diagnostics)) return std::nullopt;
    if (!arguments.store.empty()) take_digests(*loaded, judging, arguments.suite);
    return std::move(*loaded.value);
}

Report run_batch(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judging) {
    Report report;
    Taking taking{judging};
    taking.take = [&](CheckedFiling&& checked, std::string&&) {
        report.filings.push_back(std::move(checked));
        return true;
    };
    report.diagnostics = for_each_filing(arguments, catalogue, streams, taking);
    return report;
}

int write_batch(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judging,
    const Rendering& rendering, const ReportOptions& options) {
    Output out(arguments, streams);
    // Whoever writes the result to a file sees at the terminal what came out of it.
    const bool sums_up = !arguments.output.empty() && !arguments.quiet && judging;
    Tally tally;
    bool findings = false;
    std::vector<Diagnostic> diagnostics;
    if (const auto* parts = std::get_if<Parts>(&rendering)) {
        out.write(parts->head(options));
        Taking taking{judging, parts->draws, parts->tells || options.all || arguments.verbose || sums_up, false};
        taking.render = [&](const CheckedFiling& checked) { return parts->filing(checked, options); };
        taking.take = [&](CheckedFiling&& checked, std::string&& rendered) {
            if (tally.filings > 0) out.write(parts->between);
            tally.add(checked);
            findings = findings || fails(checked, arguments.fail_on);
            // Who gives documents one by one waits for the answer.
            return out.write(rendered) && (!arguments.apart || out.flush());
        };
        diagnostics = for_each_filing(arguments, catalogue, streams, taking);
        out.write(parts->tail({tally, diagnostics}, options));
    } else {
        const Report report = run_batch(arguments, catalogue, streams, judging);
        const std::string result = render(rendering, report, options);
        diagnostics = report.diagnostics;
        if (result.empty()) diagnostics.push_back(diagnose(cli_codes::not_made, {{"format", same(arguments.format)}}));
        out.write(result);
        for (const CheckedFiling& one : report.filings) {
            tally.add(one);
            findings = findings || fails(one, arguments.fail_on);
        }
    }
    if (arguments.output.empty()) out.flush();  // the error stream would do it, and nobody would learn why it failed
    tell(diagnostics, arguments, streams);
    if (would_destroy_input(diagnostics)) return exit_wrong;
    if (const int written = out.finish(); written != exit_clean) return written;
    if (sums_up) streams.err << render_summary({tally, diagnostics}, arguments.language);
    if (has_error(diagnostics)) return exit_wrong;
    return findings ? exit_findings : exit_clean;
}

void tell(const std::vector<Diagnostic>& diagnostics, const Arguments& arguments, Streams& streams) {
    if (!arguments.quiet) {
        streams.err << render_diagnostics(diagnostics, arguments.language);
        return;
    }
    std::vector<Diagnostic> errors;
    std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(errors),
        [](const Diagnostic& one) { return one.severity == Severity::error; });
    streams.err << render_diagnostics(errors, arguments.language);
}

}  // namespace gouji
