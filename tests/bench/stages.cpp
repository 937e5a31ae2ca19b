// SPDX-License-Identifier: Apache-2.0
// What each stage of the way costs for one report, and beside it, in the same run, ICU's conversion of the same bytes
// from UTF-8 to UTF-16: as ratios, which other machines have too. usage: bench_stages RULES_FOLDER [options of Google
// Benchmark]
#include "engine/check/causes/cause.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/linked/link.hpp"
#include "engine/source/decode.hpp"
#include "engine/source/readers/readers.hpp"
#include "engine/store/digest.hpp"
#include "engine/store/encode.hpp"
#include "grammar/filing/read_filing.hpp"
#include "reports/report.hpp"
#include "tests/corpus/files.hpp"
#include "tests/corpus/layouts.hpp"

#include <benchmark/benchmark.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <memory>

using namespace gouji;

namespace {

/// Reports of one cell a line, a wrong figure in each fourth, and all that each stage has made of them.
struct Reports {
    struct One {
        std::string bytes;
        Text text;
        Filing read;
        std::string encoded;
        CheckedFiling checked;
        std::string encoded_judgement;
    };
    std::vector<One> all;

    explicit Reports(const Catalogue& catalogue) {
        const Form& form = catalogue.form("cn-disclosure-2021")->form;
        const FilingEncoding encoding(catalogue);
        for (unsigned seed = 0; seed < 64; ++seed) {
            corpus::Figures figures = corpus::make_figures(form, seed, 40 + 6 * seed);
            Decimal& figure = figures.tables.at("申请")[3];
            if (seed % 4 == 0) figure = *add(figure, Decimal(7));
            One one;
            one.bytes = corpus::layouts().front().write(
                corpus::compose(form, figures, seed, {corpus::organ_named(seed), 2023, 90}));
            one.text = std::move(*read_text({"bench", one.bytes}));
            one.read = std::move(*read_filing(one.text, catalogue.editions, "bench"));
            choose_readings(one.read);
            one.encoded = encoding.encode({{}, one.read}, {});
            one.checked = {{one.bytes, {}, {}}, one.read, {}};
            one.checked.judgement = judge({&one.read}, catalogue);
            find_causes({&one.read}, catalogue, one.checked.judgement);
            one.encoded_judgement = encoding.encode(one.checked.judgement);
            all.push_back(std::move(one));
        }
    }
};

struct Stage {
    std::string name;
    std::function<void(Reports::One&)> work;
};

/// What a format makes of a report is measured, and not where it goes.
class NoOutlet : public ResultOutlet {
public:
    bool write(std::string_view) override { return true; }
    std::unique_ptr<WaitingText> wait() override { return std::make_unique<NoText>(); }

private:
    class NoText : public WaitingText {
    public:
        bool add(std::string_view) override { return true; }
        [[nodiscard]] std::uint64_t size() const override { return 0; }
        bool read(std::uint64_t, char*, std::size_t) override { return true; }
    };
};

std::vector<Stage> stages_of(const Catalogue& catalogue, const FilingEncoding& encoding) {
    const auto keep = [](auto&& made) { benchmark::DoNotOptimize(made); };
    std::vector<Stage> stages = {
        {"ICU, UTF-8 to UTF-16", [=](Reports::One& one) { keep(icu::UnicodeString::fromUTF8(one.bytes).length()); }},
        {"SHA-256", [=](Reports::One& one) { keep(digest_of({one.bytes})); }},
        {"decode", [=](Reports::One& one) { keep(decode(one.bytes)); }},
        {"decode, normalise",
            [=](Reports::One& one) {
                keep(read_text({"bench", one.bytes}));
            }},
        {"grammar, model",
            [=, &catalogue](Reports::One& one) { keep(read_filing(one.text, catalogue.editions, "bench")); }},
        {"choice of readings", [=](Reports::One& one) { choose_readings(one.read); }},
        {"evaluation", [=, &catalogue](Reports::One& one) { keep(count_outcomes({&one.read}, catalogue)); }},
        {"verdicts", [=, &catalogue](Reports::One& one) { keep(judge({&one.read}, catalogue)); }},
        {"verdicts and causes",
            [=, &catalogue](Reports::One& one) {
                Judgement judgement = judge({&one.read}, catalogue);
                find_causes({&one.read}, catalogue, judgement);
                keep(judgement);
            }},
        {"filing to bytes",
            [=, &encoding](Reports::One& one) {
                keep(encoding.encode({{}, one.read}, {}));
            }},
        {"filing from bytes", [=, &encoding](Reports::One& one) { keep(encoding.decode_filing(one.encoded)); }},
        {"judgement to bytes", [=, &encoding](Reports::One& one) { keep(encoding.encode(one.checked.judgement)); }},
        {"judgement from bytes",
            [=, &encoding](Reports::One& one) { keep(encoding.decode_judgement(one.encoded_judgement)); }},
    };
    static const ReportOptions options{Language::zh};
    static NoOutlet outlet;
    for (const ReportFormat& format : formats()) {
        const std::shared_ptr<RunWriter> writer = format.check.begin(options, outlet);
        stages.push_back(
            {"format " + std::string(format.name), [=](Reports::One& one) { keep(writer->make(one.checked)); }});
    }
    return stages;
}

/// Keeps the times, so that they can be told as ratios.
class Ratios : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.aggregate_name == "median") medians_[run.run_name.function_name] = run.GetAdjustedCPUTime();
        }
    }
    void print(const std::vector<Stage>& stages) const {
        const double yardstick = medians_.count(stages.front().name) > 0 ? medians_.at(stages.front().name) : 0;
        for (const Stage& one : stages) {
            const auto found = medians_.find(one.name);
            if (found != medians_.end())
                std::printf("%-24s %9.2f us a report %9.2f : 1\n", one.name.c_str(), found->second,
                    yardstick > 0 ? found->second / yardstick : 0);
        }
    }

private:
    std::map<std::string, double> medians_;
};

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    const auto catalogue = argc == 2 ? load_catalogue(corpus::rule_files(argv[1]), {false, {}}) : Result<Catalogue>();
    if (!catalogue) {
        std::cerr << "usage: bench_stages RULES_FOLDER\n";
        return 2;
    }
    const FilingEncoding encoding(*catalogue);
    Reports reports(*catalogue);
    const std::vector<Stage> stages = stages_of(*catalogue, encoding);
    for (const Stage& stage : stages) {
        benchmark::RegisterBenchmark(stage.name.c_str(),
            [&](benchmark::State& state) {
                std::size_t next = 0;
                for (auto _ : state) stage.work(reports.all[next++ % reports.all.size()]);
            })
            ->Unit(benchmark::kMicrosecond)
            ->Repetitions(5)
            ->MinTime(0.05);
    }
    Ratios ratios;
    benchmark::RunSpecifiedBenchmarks(&ratios);
    std::cout << "medians of 5; beside them the ratio to ICU's conversion of the same "
              << reports.all.front().bytes.size() << " bytes\n";
    ratios.print(stages);
    return 0;
}
