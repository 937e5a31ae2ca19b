// SPDX-License-Identifier: Apache-2.0
// Owns: filings and judgements as bytes and back: for those that wait for others of their run, and for a store.
// Refuses: to last: the bytes mean something to the same program with the same rules alone, and whoever keeps them
// keeps with them what they were made by.
#pragma once

#include "engine/base/result.hpp"
#include "engine/check/checked_filing.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/rules/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

class FilingEncoding {
public:
    /// The catalogue must live as long: filings point at its forms, verdicts at its rules.
    explicit FilingEncoding(const Catalogue& catalogue) : catalogue_(catalogue) {}

    /// A filing as it was read, without the name of its file, with what was said while it was read.
    [[nodiscard]] std::string encode(const ReadFiling& read, const std::vector<Diagnostic>& diagnostics) const;
    /// Without a value the bytes are not what `encode` makes.
    [[nodiscard]] Result<ReadFiling> decode_filing(std::string_view bytes) const;

    /// A judgement before anything was waived or decided.
    [[nodiscard]] std::string encode(const Judgement& judgement) const;
    /// Nothing where the bytes are not what `encode` makes. Where only findings are asked for and nothing failed, the
    /// verdicts are not decoded: the judgement is the one that `judge` makes with the same detail.
    [[nodiscard]] std::optional<Judgement> decode_judgement(std::string_view bytes, Detail detail = Detail::all) const;

private:
    const Catalogue& catalogue_;
};

}  // namespace gouji
