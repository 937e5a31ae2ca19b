// SPDX-License-Identifier: Apache-2.0
// Owns: an archive of runs in one file of SQLite: what was read and judged, by the contents of files and the rules, so
// that an unchanged file is not read again, the year before is found, and questions across all years are SQL.
// Refuses: to be half-written: whatever becomes of the run, each document is in it wholly or not at all.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "engine/check/linked/link.hpp"
#include "engine/rules/catalogue.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

class StoreDatabase;

struct StoredFile {
    std::string name;
    std::string content;  ///< its digest
};

class Store {
public:
    /// `forms`: the digest of the forms that filings are read with. The catalogue must live as long. Nothing, with a
    /// diagnostic, where the file is not a store or cannot be opened; one that is not there is made.
    static std::unique_ptr<Store> open(
        const std::string& path, const Catalogue& catalogue, std::string forms, std::vector<Diagnostic>& diagnostics);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // All below from any thread. A failure is told once, by `finish`.

    /// The reading of a file with this content by these forms, encoded.
    std::optional<std::string> reading(std::string_view content);
    void put_reading(std::string_view content, std::string_view reading);

    /// The document is among those of this run.
    void mark_given(const std::string& name, std::string_view content);
    /// The document is another file of one that is kept: it is not a report of its own.
    void drop(const std::string& name);
    /// Documents that are not of this run.
    std::vector<StoredFile> files_of(const Identity& identity);

    /// The encoded judgement of the document, where all that it depends on is as it was.
    std::optional<std::string> judgement(const std::string& name, std::string_view inputs_digest);
    /// `judgement`: encoded; nothing where it must not be used again.
    void put(const CheckedFiling& checked, std::string_view content, std::string_view inputs_digest,
        const std::optional<std::string>& judgement);

    /// Replaces those that it had.
    void put_decisions(const std::vector<Decision>& decisions);

    /// Everything is on the disk; otherwise why not.
    std::optional<Diagnostic> finish();

private:
    explicit Store(std::unique_ptr<StoreDatabase> database);
    std::unique_ptr<StoreDatabase> database_;
};

}  // namespace gouji
