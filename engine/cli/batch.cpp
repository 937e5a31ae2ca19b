// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/batch.hpp"

#include "engine/check/cause.hpp"
#include "engine/check/choose.hpp"
#include "engine/check/decide.hpp"
#include "engine/check/judge.hpp"
#include "engine/check/link.hpp"
#include "engine/check/waive.hpp"
#include "engine/cli/convert.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/progress.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <ostream>
#include <thread>
#include <vector>

namespace gouji {
namespace {

struct Done {
    std::optional<CheckedFiling> filing;
    std::vector<Diagnostic> diagnostics;
};

Done read_one(const Input& input, const Catalogue& catalogue, std::istream& in) {
    Done done;
    Result<Source> source = read_input(input, in);
    append(done.diagnostics, std::move(source.diagnostics));
    if (!source) return done;
    if (needs_converter(*source)) {
        source = convert(*source);
        append(done.diagnostics, std::move(source.diagnostics));
        if (!source) return done;
    }
    Result<Text> text = read_text(*source);
    append(done.diagnostics, std::move(text.diagnostics));
    if (!text) return done;
    Result<Filing> filing = read_filing(*text, catalogue.editions, source->name);
    append(done.diagnostics, std::move(filing.diagnostics));
    if (!filing) return done;
    choose_readings(*filing);
    take_level(*filing, catalogue.organs);
    Shown shown = text->take_shown();
    if (shown.text.empty()) shown.text = std::move(source->bytes);
    done.filing = CheckedFiling{std::move(shown), std::move(*filing), {}};
    return done;
}

/// Does `work` for each number below `count`, so many at once. What it does for one must not depend on the others.
void for_each_in_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    const std::size_t wanted = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(wanted, count); ++i) others.emplace_back(run);
    run();
}

/// Filings are judged when all are read: the year before of one may be another.
void judge_all(const Arguments& arguments, const Catalogue& catalogue, Report& report) {
    std::vector<const Filing*> filings;
    for (const CheckedFiling& one : report.filings) filings.push_back(&one.filing);
    const std::vector<Case> cases = link_filings(filings, catalogue.organs);
    for_each_in_parallel(cases.size(), arguments.jobs, [&](std::size_t i) { report.filings[i].judgement = judge(cases[i], catalogue); });
    std::vector<std::pair<const Filing*, Judgement*>> judged;
    for (CheckedFiling& one : report.filings) judged.emplace_back(&one.filing, &one.judgement);
    append(report.diagnostics, waive(judged, catalogue.waivers, arguments.today));
    for_each_in_parallel(cases.size(), arguments.jobs, [&](std::size_t i) { find_causes(cases[i], catalogue, report.filings[i].judgement); });
    append(report.diagnostics, lay_decisions(judged, catalogue.decisions));
}

}  // namespace

std::optional<Catalogue> load_rules(const Arguments& arguments, Streams& streams) {
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> extra = arguments.waivers;
    for (const auto* more : {&arguments.decisions, &arguments.organs}) extra.insert(extra.end(), more->begin(), more->end());
    const auto files = rule_files_for({arguments.rules, !arguments.suite.empty(), extra}, streams.program, diagnostics);
    if (!has_error(diagnostics)) {
        auto loaded = load_catalogue(files, {false, arguments.suite, std::string(version)});
        append(diagnostics, std::move(loaded.diagnostics));
        tell(diagnostics, arguments, streams);
        if (loaded) return std::move(*loaded);
    } else {
        tell(diagnostics, arguments, streams);
    }
    return std::nullopt;
}

Report run_batch(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judging) {
    Report report;
    const std::vector<Input> inputs = find_inputs(arguments.paths, report.diagnostics);
    std::vector<Done> done(inputs.size());
    {
        Progress progress(streams.progress && !arguments.quiet ? &streams.err : nullptr, inputs.size());
        for_each_in_parallel(inputs.size(), arguments.jobs, [&](std::size_t i) {
            done[i] = read_one(inputs[i], catalogue, streams.in);
            progress.step();
        });
    }
    for (Done& one : done) {
        append(report.diagnostics, std::move(one.diagnostics));
        if (one.filing) report.filings.push_back(std::move(*one.filing));
    }
    if (judging) judge_all(arguments, catalogue, report);
    if (arguments.verbose) streams.err << render_what_was_read(report, arguments.language);
    return report;
}

void tell(const std::vector<Diagnostic>& diagnostics, const Arguments& arguments, Streams& streams) {
    if (!arguments.quiet) {
        streams.err << render_diagnostics(diagnostics, arguments.language);
        return;
    }
    std::vector<Diagnostic> errors;
    std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(errors), [](const Diagnostic& one) { return one.severity == Severity::error; });
    streams.err << render_diagnostics(errors, arguments.language);
}

int finish(const Arguments& arguments, Streams& streams, const Report& report, const std::string& result) {
    tell(report.diagnostics, arguments, streams);
    if (const int written = write_result(result, arguments, streams); written != exit_clean) return written;
    // Whoever writes the result to a file sees here what came out of it.
    if (!arguments.output.empty() && !arguments.quiet && arguments.command == "check") streams.err << render_summary(report, arguments.language);
    if (has_error(report.diagnostics)) return exit_wrong;
    const bool findings = std::any_of(report.filings.begin(), report.filings.end(), [&](const CheckedFiling& checked) {
        return std::any_of(checked.judgement.verdicts.begin(), checked.judgement.verdicts.end(),
            [&](const Verdict& one) { return one.outcome == Outcome::fail && one.severity >= arguments.fail_on; });
    });
    return findings ? exit_findings : exit_clean;
}

}  // namespace gouji
