// SPDX-License-Identifier: Apache-2.0
// Owns: what a store is to a run: readings and judgements that still hold, filings of other runs, and what this one adds.
// Refuses: to matter where no store was named: nothing is known then, and nothing is kept.
#pragma once

#include "engine/check/link.hpp"
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

/// What a filing was linked with, by the contents of their files.
struct LinkedContents {
    std::string previous;            ///< empty for none
    std::vector<std::string> below;
    std::vector<std::string> stored_below;  ///< those among them that only the store has
    bool stored_previous = false;    ///< only the store has it
};

class RunStore {
public:
    RunStore(const Arguments& arguments, const Catalogue& catalogue, const Encoding& encoding, std::vector<Diagnostic>& diagnostics);

    /// A store was named, and could not be opened.
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool on() const { return store_ != nullptr; }

    /// The digest of a file; empty without a store.
    [[nodiscard]] std::string content_of(std::string_view bytes) const;
    /// What was read of such a file before.
    std::optional<std::string> reading(const std::string& name, const std::string& content);
    void keep_reading(const std::string& content, const std::string& bytes);
    /// A filing that only the store has.
    std::optional<Filing> stored(const std::string& content);

    /// Filings that the run was not given and the store has: they take the places of those that `links` lacks.
    void complete(Links& links, const Identity& identity, const Linking& linking, LinkedContents& contents);

    /// The digest of all that a judgement depends on.
    [[nodiscard]] std::string given_of(const Filing& filing, const std::string& content, const Links& links, const LinkedContents& contents) const;
    std::optional<Judgement> judgement(const std::string& name, const std::string& given, Telling telling);
    /// `judgement`: before anything was waived or decided; nothing where it must not be used again.
    void keep(const CheckedFiling& checked, const std::string& content, const std::string& given, const std::optional<std::string>& judgement);

    /// Everything is kept; or why not.
    void finish(bool decisions, std::vector<Diagnostic>& diagnostics);

private:
    const Catalogue& catalogue_;
    const Encoding& encoding_;
    std::unique_ptr<Store> store_;
    bool failed_ = false;
};

}  // namespace gouji
