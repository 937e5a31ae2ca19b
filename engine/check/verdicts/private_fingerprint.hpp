// SPDX-License-Identifier: Apache-2.0
// Owns: the number by which a finding is known from one run to the next.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

/// What distinguishes instances of one place: the statements that they are about, or the figures of a table without
/// names of its own. 0 for an instance that is alone at its place.
class SubjectDigest {
public:
    void add(std::string_view text);
    [[nodiscard]] std::uint64_t value() const { return digest_; }

private:
    std::uint64_t digest_ = 0;
};

/// A fingerprint stays the same when the file moves or its lines shift: organ (or else the name of the file), year,
/// rule, place. The fingerprint of an instance about statements also holds their text with its figures, so that another
/// statement before or after them does not change it; instances alike in all of that are numbered in their order.
/// `verdicts` are all of the filing; `subjects` has the digest of what each is about.
void number_fingerprints(
    const Filing& filing, const std::vector<std::uint64_t>& subjects, std::vector<Verdict>& verdicts);

}  // namespace gouji
