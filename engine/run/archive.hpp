// SPDX-License-Identifier: Apache-2.0
// Owns: what a store is to a run: readings and judgements that still hold, filings of other runs, and what this one
// adds.
// Refuses: to matter where no store was named: nothing is known then, and nothing is kept.
#pragma once

#include "engine/check/linked/link.hpp"
#include "engine/store/encode.hpp"
#include "engine/store/store.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What a filing is linked with, by the digests of the files: several where they do not say the same, the fullest
/// first.
struct LinkedDigests {
    std::vector<std::string> previous;
    std::vector<std::vector<std::string>> below;
    bool is_previous_stored = false;                     ///< only the store has the year before
    std::vector<std::vector<std::string>> stored_below;  ///< those below that only the store has
    /// Files of the same organ and year that only the store has, and that say something else.
    std::vector<StoredFile> stored_copies;
};

class RunArchive {
public:
    /// `path`: of the store; empty for none. The catalogue and the encoding must live as long.
    RunArchive(const std::string& path, const Catalogue& catalogue, const FilingEncoding& encoding,
        std::vector<Diagnostic>& diagnostics);

    /// A store was named, and could not be opened.
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool is_open() const { return store_ != nullptr; }

    /// The digest of a file; empty without a store.
    [[nodiscard]] std::string digest_of_file(std::string_view bytes) const;
    /// What an earlier run read of such a file, encoded.
    std::optional<std::string> reading(const std::string& name, const std::string& digest);
    void keep_reading(const std::string& digest, const std::string& encoded);
    /// A filing that only the store has.
    std::optional<ReadFiling> stored(const std::string& digest);

    /// Filings that the run was not given and the store has: they take the places of those that `links` lacks.
    /// `digest`: of the file.
    void complete(const Filing& filing, const std::string& digest, Links& links, const FilingLinker& linking,
        LinkedDigests& linked);

    /// The digest of all that a judgement depends on.
    [[nodiscard]] std::string inputs_digest(
        const Filing& filing, const std::string& digest, const Links& links, const LinkedDigests& linked) const;
    /// An earlier judgement of the file `name`, where its inputs are the same.
    std::optional<Judgement> judgement(const std::string& name, const std::string& inputs, Detail detail);
    /// `judgement`: encoded, before anything was waived or decided; nothing where it must not be used again.
    void keep(const CheckedFiling& checked, const std::string& digest, const std::string& inputs,
        const std::optional<std::string>& judgement);

    /// The file is another of a report that is kept.
    void drop(const std::string& name);

    /// Writes everything to the disk; a diagnostic where that fails. `decisions` take the place of those in the store.
    void finish(const std::optional<std::vector<Decision>>& decisions, std::vector<Diagnostic>& diagnostics);

private:
    [[nodiscard]] std::vector<std::string> versions_of(
        const std::string& family, const std::vector<std::string>& names, int year);

    const Catalogue& catalogue_;
    const FilingEncoding& encoding_;
    std::unique_ptr<Store> store_;
    bool failed_ = false;
};

}  // namespace gouji
