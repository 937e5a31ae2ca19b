// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/batch.hpp"

#include "engine/check/choose.hpp"
#include "engine/check/judge.hpp"
#include "engine/cli/files.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read.hpp"

#include <algorithm>
#include <atomic>
#include <ostream>
#include <thread>
#include <vector>

namespace gouji {
namespace {

struct Done {
    std::optional<CheckedFiling> filing;
    std::vector<Diagnostic> diagnostics;
};

Done process(const Input& input, const Catalogue& catalogue, std::istream& in, bool judging) {
    Done done;
    Result<Source> source = read_input(input, in);
    append(done.diagnostics, std::move(source.diagnostics));
    if (!source) return done;
    Result<Text> text = read_text(*source);
    append(done.diagnostics, std::move(text.diagnostics));
    if (!text) return done;
    Result<Filing> filing = read_filing(*text, catalogue.editions, source->name);
    append(done.diagnostics, std::move(filing.diagnostics));
    if (!filing) return done;
    choose_readings(*filing);
    CheckedFiling checked{std::move(*source), std::move(*filing), {}};
    if (judging) checked.judgement = judge(checked.filing, catalogue);
    done.filing = std::move(checked);
    return done;
}

}  // namespace

std::optional<Catalogue> load_rules(const Arguments& arguments, Streams& streams) {
    std::vector<Diagnostic> diagnostics;
    const auto files = rule_files_for(arguments.rules, streams.program, diagnostics);
    if (!has_error(diagnostics)) {
        auto loaded = load_catalogue(files);
        append(diagnostics, std::move(loaded.diagnostics));
        streams.err << render_diagnostics(diagnostics, arguments.language);
        if (loaded) return std::move(*loaded);
    } else {
        streams.err << render_diagnostics(diagnostics, arguments.language);
    }
    return std::nullopt;
}

Report run_batch(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, bool judging) {
    Report report;
    const std::vector<Input> inputs = find_inputs(arguments.paths, report.diagnostics);
    std::vector<Done> done(inputs.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < inputs.size(); i = next++) done[i] = process(inputs[i], catalogue, streams.in, judging);
    };
    const std::size_t wanted = arguments.jobs > 0 ? arguments.jobs : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(wanted, inputs.size()); ++i) others.emplace_back(work);
    work();
    others.clear();  // joins
    for (Done& one : done) {
        append(report.diagnostics, std::move(one.diagnostics));
        if (one.filing) report.filings.push_back(std::move(*one.filing));
    }
    return report;
}

int finish(const Arguments& arguments, Streams& streams, const Report& report, const std::string& result) {
    streams.err << render_diagnostics(report.diagnostics, arguments.language);
    if (const int written = write_result(result, arguments, streams); written != exit_clean) return written;
    if (has_error(report.diagnostics)) return exit_wrong;
    const bool findings = std::any_of(report.filings.begin(), report.filings.end(), [&](const CheckedFiling& checked) {
        return std::any_of(checked.judgement.verdicts.begin(), checked.judgement.verdicts.end(),
            [&](const Verdict& one) { return one.outcome == Outcome::fail && one.severity >= arguments.fail_on; });
    });
    return findings ? exit_findings : exit_clean;
}

}  // namespace gouji
