// SPDX-License-Identifier: Apache-2.0
// The year before a filing may be a later input: all are read before one is judged, unless each goes by itself.
#include "engine/run/run.hpp"

#include "engine/run/codes.hpp"
#include "engine/run/in_order.hpp"
#include "engine/run/private_judging_stage.hpp"

#include <utility>

namespace gouji {
namespace {

class FilingRun {
public:
    FilingRun(const RunInputs& inputs, const Catalogue& catalogue, const RunOptions& options, const RunSink& sink)
        : inputs_(inputs),
          options_(options),
          sink_(sink),
          encoding_(catalogue),
          archive_(options.store, catalogue, encoding_, diagnostics_),
          waiting_(catalogue, encoding_),
          reading_(catalogue, options, encoding_, archive_),
          judging_(catalogue, options, sink, encoding_, archive_, waiting_) {}

    std::vector<Diagnostic> all() {
        if (archive_.failed()) return std::move(diagnostics_);
        // Where there is nothing else in the run, nothing has to wait.
        if (!options_.judges || options_.is_apart || inputs_.total == 1) {
            read_and_judge();
        } else {
            read_all();
            judge_all();
        }
        append(diagnostics_, judging_.finish());
        return std::move(diagnostics_);
    }

private:
    /// A thread takes up to this many documents at once where nobody waits for one of them alone.
    static constexpr std::size_t most_at_once = 16;

    void read_and_judge() {
        begin(RunStage::judge, inputs_.total);
        // One document needs no second thread, nor the memory that a thread begins with.
        const unsigned jobs = inputs_.total == 1 ? 1 : options_.jobs;
        for_each_in_order(
            jobs, inputs_.next,
            [&](std::size_t number, RunInput input) {
                ReadingResult result = reading_.read(std::move(input));
                JudgedTogether judged{{}, std::move(result.diagnostics)};
                if (!result.read) return judged;
                if (result.read->shown.text.empty()) result.read->shown.text = std::move(result.text);
                Links links = waiting_.linking().link(number, identity_of(result.read->filing));
                std::vector<LinkedReading> alone;
                alone.push_back({number, {std::move(*result.read), std::move(result.digest)}, std::move(links)});
                judging_.judge_together(std::move(alone), judged);
                return judged;
            },
            [&](JudgedTogether&& judged) { return give(std::move(judged)); });
    }

    void read_all() {
        begin(RunStage::read, inputs_.total);
        struct Read {
            std::optional<WaitingFilings::Parcel> parcel;
            std::vector<Diagnostic> diagnostics;
        };
        for_each_in_order(
            options_.jobs, inputs_.next,
            [&](std::size_t, RunInput input) {
                ReadingResult result = reading_.read(std::move(input));
                Read read{{}, std::move(result.diagnostics)};
                if (result.read) read.parcel = waiting_.pack(std::move(result), sink_.wants.text);
                return read;
            },
            [&](Read&& read) {
                append(diagnostics_, std::move(read.diagnostics));
                step();
                return !read.parcel || waiting_.add(std::move(*read.parcel));
            },
            most_at_once);
        append(diagnostics_, waiting_.seal());
    }

    void judge_all() {
        begin(RunStage::judge, waiting_.size());
        std::size_t next = 0;
        for_each_in_order(
            options_.jobs, [&] { return next < waiting_.size() ? std::optional(next++) : std::nullopt; },
            [&](std::size_t, std::size_t number) {
                JudgedTogether judged;
                std::vector<LinkedReading> together;
                for (const std::size_t member : waiting_.linking().judged_with(number)) {
                    auto filing = waiting_.load(member);
                    if (!filing) {
                        judged.diagnostics.push_back(diagnose(run_codes::room_lacking));
                        continue;
                    }
                    Links links = waiting_.linking().link(member, identity_of(filing->read.filing));
                    together.push_back({member, std::move(*filing), std::move(links)});
                }
                judging_.judge_together(std::move(together), judged);
                return judged;
            },
            [&](JudgedTogether&& judged) { return give(std::move(judged)); }, most_at_once);
    }

    bool give(JudgedTogether&& judged) {
        append(diagnostics_, std::move(judged.diagnostics));
        step();
        for (JudgedTogether::Member& member : judged.members) {
            if (sink_.give && !sink_.give(std::move(member.checked), std::move(member.rendering))) return false;
        }
        return true;
    }

    void begin(RunStage stage, std::optional<std::size_t> total) const {
        if (sink_.begin) sink_.begin(stage, total);
    }
    void step() const {
        if (sink_.step) sink_.step();
    }

    const RunInputs& inputs_;
    const RunOptions& options_;
    const RunSink& sink_;
    std::vector<Diagnostic> diagnostics_;
    FilingEncoding encoding_;
    RunArchive archive_;
    WaitingFilings waiting_;
    ReadingStage reading_;
    JudgingStage judging_;
};

}  // namespace

std::vector<Diagnostic> run(
    const RunInputs& inputs, const Catalogue& catalogue, const RunOptions& options, const RunSink& sink) {
    return FilingRun(inputs, catalogue, options, sink).all();
}

CollectedRun collect_run(const RunInputs& inputs, const Catalogue& catalogue, const RunOptions& options) {
    CollectedRun collected;
    RunSink sink;
    sink.give = [&](CheckedFiling&& checked, RunRendering&&) {
        collected.filings.push_back(std::move(checked));
        return true;
    };
    collected.diagnostics = run(inputs, catalogue, options, sink);
    return collected;
}

}  // namespace gouji
