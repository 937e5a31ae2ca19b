// SPDX-License-Identifier: Apache-2.0
// Owns: the first stage of a run: from a document to a finished reading, by the store where it knows the file.
// Refuses: to keep what was read.
#pragma once

#include "engine/run/archive.hpp"
#include "engine/run/run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// What was read of a document.
struct ReadingResult {
    std::optional<ReadFiling> read;  ///< nothing where it is not a filing
    std::string encoded;             ///< the same as bytes, where a store has them or takes them
    std::string digest;              ///< of the file, for a store
    std::string text;                ///< the source, where people can read it as it is
    std::vector<Diagnostic> diagnostics;
};

class ReadingStage {
public:
    /// All must live as long.
    ReadingStage(
        const Catalogue& catalogue, const RunOptions& options, const FilingEncoding& encoding, RunArchive& archive)
        : catalogue_(catalogue), options_(options), encoding_(encoding), archive_(archive) {}

    /// From any thread.
    [[nodiscard]] ReadingResult read(RunInput&& input) const;

private:
    [[nodiscard]] ReadingResult read_source(Source&& source) const;
    void read_anew(Source& source, ReadingResult& result) const;

    const Catalogue& catalogue_;
    const RunOptions& options_;
    const FilingEncoding& encoding_;
    RunArchive& archive_;
};

}  // namespace gouji
