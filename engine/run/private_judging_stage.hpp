// SPDX-License-Identifier: Apache-2.0
// Owns: the second stage of a run: filings with their links are judged, waived, explained by causes and decided upon,
// and each goes through the sink's rendering.
// Refuses: to say in which order filings come.
#pragma once

#include "engine/check/decisions/decide.hpp"
#include "engine/check/decisions/waive.hpp"
#include "engine/run/private_waiting_filings.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

/// A filing that is about to be judged.
struct LinkedReading {
    std::size_t number = 0;  ///< of it in the run
    WaitingFiling filing;
    Links links;
};

/// What is given out of filings that were judged together.
struct JudgedTogether {
    struct Member {
        CheckedFiling checked;
        RunRendering rendering;
    };
    std::vector<Member> members;
    std::vector<Diagnostic> diagnostics;
};

class JudgingStage {
public:
    /// All must live as long.
    JudgingStage(const Catalogue& catalogue, const RunOptions& options, const RunSink& sink,
        const FilingEncoding& encoding, RunArchive& archive, const WaitingFilings& waiting);

    /// One filing, or the files of one organ and year that do not say the same, into a result without members. From any
    /// thread.
    void judge_together(std::vector<LinkedReading>&& readings, JudgedTogether& judged);

    /// When every filing was judged: what is said of waivers and decisions, and the store is closed.
    [[nodiscard]] std::vector<Diagnostic> finish();

private:
    void judge_one(LinkedReading& reading, CheckedFiling& checked, std::vector<Diagnostic>& diagnostics);
    void judge_anew(std::size_t number, Links&& links, const LinkedDigests& linked, CheckedFiling& checked,
        std::vector<Diagnostic>& diagnostics);
    [[nodiscard]] LinkedDigests digests_of(const Links& links) const;
    [[nodiscard]] Detail detail() const;

    const Catalogue& catalogue_;
    const RunOptions& options_;
    const RunSink& sink_;
    const FilingEncoding& encoding_;
    RunArchive& archive_;
    const WaitingFilings& waiting_;
    WaiverMatcher waiving_;
    DecisionMatcher deciding_;
};

}  // namespace gouji
