// SPDX-License-Identifier: Apache-2.0
// Owns: filings and judgements as bytes and back: for those that wait for others of their run, and for a store.
// Refuses: to last: the bytes mean something to the same program with the same rules alone, and whoever keeps them
// keeps with them what they were made by.
#pragma once

#include "engine/check/verdicts/checked.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/rules/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A filing as it was read, without the name of its file, with what was to be said on the way.
struct ReadDocument {
    Filing filing;
    Shown shown;
    std::vector<Diagnostic> diagnostics;
};

class Encoding {
public:
    /// The catalogue must live as long: filings point at its forms, verdicts at its rules.
    explicit Encoding(const Catalogue& catalogue) : catalogue_(catalogue) {}

    [[nodiscard]] std::string encode(const ReadDocument& read) const;
    /// Nothing where the bytes are not what `encode` makes.
    [[nodiscard]] std::optional<ReadDocument> decode_filing(std::string_view bytes) const;

    /// Of a judgement before anything was waived or decided.
    [[nodiscard]] std::string encode(const Judgement& judgement) const;
    /// Nothing where the bytes are not what `encode` makes. For findings alone those of a judgement in which nothing
    /// failed are not gone through: it says what a judge says who is asked for no more.
    [[nodiscard]] std::optional<Judgement> decode_judgement(
        std::string_view bytes, Telling telling = Telling::all) const;

private:
    const Catalogue& catalogue_;
};

}  // namespace gouji
