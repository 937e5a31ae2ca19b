// SPDX-License-Identifier: Apache-2.0
// Owns: the one way from documents to findings: read, link with other years and organs, judge, waive, find causes,
// apply decisions.
// Refuses: arguments, streams, the clock, and to hold more filings than it works on: those that wait for others of the
// run wait as bytes (engine/store/shelf.hpp).
#pragma once

#include "engine/base/result.hpp"
#include "engine/check/checked_filing.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/source/source.hpp"

#include <any>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gouji {

/// A document of a run: a way to its bytes, which is called once, from any thread; or a filing that was read before,
/// under the catalogue of the run.
using RunInput = std::variant<std::function<Result<Source>()>, ReadFiling>;

struct RunInputs {
    /// The next document, or nothing after the last. One call at a time.
    std::function<std::optional<RunInput>()> next;
    std::optional<std::size_t> total;  ///< how many there are, where that is known before the end
};

/// Formats that another program turns into one that is read.
struct RunConverter {
    bool (*accepts)(const Source& source) = nullptr;
    Result<Source> (*convert)(const Source& source) = nullptr;
};

struct RunOptions {
    bool judges = true;     ///< false: the filings are only read
    bool is_apart = false;  ///< each document by itself: it has no year before, and its result comes at once
    unsigned jobs = 0;      ///< threads; 0 for as many as the machine has
    /// By which waivers expire: days since 1970-01-01. On no day none of them holds.
    std::optional<std::int64_t> today{};
    std::string store{};           ///< the path of an archive; empty for none
    bool keeps_decisions = false;  ///< the archive takes the decisions of the catalogue in the place of its own
    std::optional<RunConverter> converter{};
};

enum class RunStage { read, judge };

/// What a sink asks for. What it does not ask for is not made.
struct RunWants {
    bool text = true;      ///< the text of a filing, for people
    bool verdicts = true;  ///< every verdict; otherwise those of filings in which something failed, and counts
    bool filings = true;   ///< filings and texts when they are given; otherwise judgements alone
};

/// What was made of one filing by the thread that judged it.
struct RunRendering {
    std::any result;   ///< of the sink's own; the run only carries it
    std::string note;  ///< for the person at the terminal
};

/// Where the filings of a run go. A function that is not set is not called.
struct RunSink {
    RunWants wants{};
    /// From any thread.
    std::function<RunRendering(const CheckedFiling& checked)> render{};
    /// In the order of the documents, one call at a time. False ends the run.
    std::function<bool(CheckedFiling&& checked, RunRendering&& rendering)> give{};
    /// A stage begins, with so many documents where that is known; then one call for each document that is done.
    std::function<void(RunStage stage, std::optional<std::size_t> total)> begin{};
    std::function<void()> step{};
};

/// Takes every document through the run. One that cannot be read is a diagnostic, and the others go on. The catalogue
/// must outlive what the sink is given.
std::vector<Diagnostic> run(
    const RunInputs& inputs, const Catalogue& catalogue, const RunOptions& options, const RunSink& sink);

/// A whole run in memory, for what needs all of it.
struct CollectedRun {
    std::deque<CheckedFiling> filings;
    std::vector<Diagnostic> diagnostics;
};
CollectedRun collect_run(const RunInputs& inputs, const Catalogue& catalogue, const RunOptions& options);

}  // namespace gouji
