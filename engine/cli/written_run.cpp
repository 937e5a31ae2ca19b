// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/written_run.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/base/version.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/choose_rules.hpp"
#include "engine/files/convert.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/guard.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/run_outlet.hpp"
#include "engine/run/codes.hpp"
#include "engine/store/digest.hpp"
#include "reports/diagnostics.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>

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
    if (loaded) choose_rules(*loaded, arguments, diagnostics);
    // `read` and `trends` need forms alone.
    const bool judges = arguments.command != "read" && arguments.command != "trends";
    if (loaded && !has_error(diagnostics) && loaded->reported.empty() && judges) {
        diagnostics.push_back(diagnose(cli_codes::no_rule_to_check));
    }
    tell(diagnostics, arguments, streams);
    if (!loaded || has_error(diagnostics)) return std::nullopt;
    if (!arguments.store.empty()) {
        std::string chosen = arguments.suite;
        for (const std::string& word : arguments.select) chosen += "\n+" + word;
        for (const std::string& word : arguments.ignore) chosen += "\n-" + word;
        take_digests(*loaded, judging, chosen);
    }
    return std::move(*loaded.value);
}

namespace {

RunOptions options_of(const Arguments& arguments, bool judges) {
    RunOptions options;
    options.judges = judges;
    options.is_apart = arguments.apart;
    options.jobs = arguments.jobs;
    options.today = arguments.today;
    options.store = arguments.store;
    options.keeps_decisions = !arguments.decisions.empty();
    options.converter = RunConverter{needs_converter, convert};
    return options;
}

/// Each input is read when its turn comes, by the thread that works on it.
RunInputs inputs_of(Inputs& found, std::istream& in) {
    RunInputs inputs;
    inputs.total = found.total();
    inputs.next = [&found, &in]() -> std::optional<RunInput> {
        auto input = found.next();
        if (!input) return std::nullopt;
        return [&in, input = std::move(*input)]() mutable { return read_input(std::move(input), in); };
    };
    return inputs;
}

/// With --verbose the person at the terminal sees what was read of each filing.
void add_notes(RunSink& sink, std::ostream& err, Language language) {
    sink.render = [language, render = std::move(sink.render)](const CheckedFiling& checked) {
        RunRendering rendering = render ? render(checked) : RunRendering{};
        rendering.note = render_what_was_read(checked, language);
        return rendering;
    };
    sink.give = [&err, give = std::move(sink.give)](CheckedFiling&& checked, RunRendering&& rendering) {
        err << rendering.note;
        return give(std::move(checked), std::move(rendering));
    };
}

}  // namespace

std::vector<Diagnostic> run_filings(
    const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judges, RunSink sink) {
    std::vector<Diagnostic> diagnostics;
    std::vector<Diagnostic> notes;  // about folders: not part of the result
    Inputs found(arguments, streams.in, diagnostics, notes);
    tell(notes, arguments, streams);
    if (would_destroy_input(diagnostics)) return diagnostics;
    std::optional<Progress> progress;
    std::ostream* terminal = streams.progress && !arguments.quiet ? &streams.err : nullptr;
    sink.begin = [&](RunStage stage, std::optional<std::size_t> total) {
        const Words what = stage == RunStage::read ? Words{"读取", "reading"} : Words{"核对", "checking"};
        progress.emplace(terminal, what.in(arguments.language), total);
    };
    sink.step = [&] { progress->step(); };
    if (arguments.verbose) add_notes(sink, streams.err, arguments.language);
    append(diagnostics, run(inputs_of(found, streams.in), catalogue, options_of(arguments, judges), sink));
    return diagnostics;
}

Report collect_report(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judges) {
    Report report;
    RunSink sink;
    sink.give = [&](CheckedFiling&& checked, RunRendering&&) {
        report.filings.push_back(std::move(checked));
        return true;
    };
    report.diagnostics = run_filings(arguments, catalogue, streams, judges, std::move(sink));
    return report;
}

namespace {

/// What came of a run that was written: for the exit code and the last lines at the terminal.
struct WrittenRun {
    Tally tally;
    bool has_findings = false;
    bool is_whole = true;  ///< otherwise a diagnostic says why, and the former file stays
    std::vector<Diagnostic> diagnostics;

    void count(const CheckedFiling& checked, Severity from) {
        tally.add(checked);
        has_findings = has_findings || fails(checked, from);
    }
};

WrittenRun write_result_of(const Rendering& rendering, const Arguments& arguments, const Catalogue& catalogue,
    Streams& streams, const ReportOptions& options, RunWants wants, bool judges, Output& out) {
    WrittenRun written;
    RunOutlet outlet(out);
    const std::unique_ptr<RunWriter> writer = rendering.begin(options, outlet);
    RunSink sink;
    sink.wants = wants;
    sink.render = [&](const CheckedFiling& checked) { return RunRendering{writer->make(checked), {}}; };
    sink.give = [&](CheckedFiling&& checked, RunRendering&& rendered) {
        written.count(checked, arguments.fail_on);
        return writer->take(std::move(rendered.result)) && (!arguments.apart || out.flush());
    };
    written.diagnostics = run_filings(arguments, catalogue, streams, judges, std::move(sink));
    if (would_destroy_input(written.diagnostics)) return written;
    const bool finished = writer->finish({written.tally, written.diagnostics});
    // What the output itself refuses is told by `finish` of it.
    written.is_whole = finished || !out.write("");
    if (outlet.lacks_room()) written.diagnostics.push_back(diagnose(run_codes::room_lacking));
    else if (!written.is_whole)
        written.diagnostics.push_back(diagnose(cli_codes::not_made, {{"format", same(arguments.format)}}));
    written.is_whole = written.is_whole && !outlet.lacks_room();
    return written;
}

}  // namespace

int write_run(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judges,
    const Rendering& rendering, const ReportOptions& options) {
    Output out(arguments, streams);
    // Whoever writes the result to a file sees at the terminal what came of it.
    const bool sums_up = !arguments.output.empty() && !arguments.quiet && judges;
    const RunWants wants{
        rendering.needs_text, rendering.needs_all_verdicts || options.all || arguments.verbose || sums_up, false};
    const WrittenRun written = write_result_of(rendering, arguments, catalogue, streams, options, wants, judges, out);
    if (arguments.output.empty()) out.flush();  // the error stream would do it, and nobody would learn why it failed
    tell(written.diagnostics, arguments, streams);
    if (would_destroy_input(written.diagnostics) || !written.is_whole) return exit_wrong;
    if (const int code = out.finish(); code != exit_clean) return code;
    if (sums_up) streams.err << render_summary({written.tally, written.diagnostics}, arguments.language);
    if (has_error(written.diagnostics)) return exit_wrong;
    return written.has_findings ? exit_findings : exit_clean;
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
