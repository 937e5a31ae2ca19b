// SPDX-License-Identifier: Apache-2.0
// Owns: what a store is to a run: readings and judgements that still hold, filings of other runs, and what this one
// adds.
// Refuses: to matter where no store was named: nothing is known then, and nothing is kept.
#pragma once

#include "engine/check/linked/link.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/store/encode.hpp"
#include "engine/store/store.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What a filing was linked with, by the contents of their files: several where they do not say the same, the fullest
/// first.
struct LinkedContents {
    std::vector<std::string> previous;
    std::vector<std::vector<std::string>> below;
    std::vector<std::vector<std::string>> stored_below;  ///< those among them that only the store has
    bool stored_previous = false;                        ///< only the store has it
    std::vector<StoredFile>
        stored_copies;  ///< files of its organ and year that only the store has, and that say something else
};

class RunStore {
public:
    RunStore(const Arguments& arguments, const Catalogue& catalogue, const Encoding& encoding,
        std::vector<Diagnostic>& diagnostics);

    /// A store was named, and could not be opened.
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool on() const { return store_ != nullptr; }

    /// The digest of a file; empty without a store.
    [[nodiscard]] std::string content_of(std::string_view bytes) const;
    /// What was read of such a file before.
    std::optional<std::string> reading(const std::string& name, const std::string& content);
    void keep_reading(const std::string& content, const std::string& bytes);
    /// A filing that only the store has.
    std::optional<ReadDocument> stored(const std::string& content);

    /// Filings that the run was not given and the store has: they take the places of those that `links` lacks.
    /// `content`: of the file.
    void complete(const Filing& filing, const std::string& content, Links& links, const Linking& linking,
        LinkedContents& contents);

    /// The digest of all that a judgement depends on.
    [[nodiscard]] std::string given_of(
        const Filing& filing, const std::string& content, const Links& links, const LinkedContents& contents) const;
    std::optional<Judgement> judgement(const std::string& name, const std::string& given, Telling telling);
    /// `judgement`: before anything was waived or decided; nothing where it must not be used again.
    void keep(const CheckedFiling& checked, const std::string& content, const std::string& given,
        const std::optional<std::string>& judgement);

    /// The file is another of a report that is kept.
    void drop(const std::string& name);

    /// Everything is kept; or why not. `decisions`: in the place of those that it had, where the run was given some.
    void finish(const std::optional<std::vector<Decision>>& decisions, std::vector<Diagnostic>& diagnostics);

private:
    [[nodiscard]] std::vector<std::string> versions_of(
        const std::string& family, const std::vector<std::string>& names, int year);

    const Catalogue& catalogue_;
    const Encoding& encoding_;
    std::unique_ptr<Store> store_;
    bool failed_ = false;
};

}  // namespace gouji
