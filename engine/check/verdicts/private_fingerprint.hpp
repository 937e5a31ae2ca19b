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

/// What instances of one place are told apart by: the statements that they are about, or the figures of a table without
/// names of its own. 0 for an instance that has its place to itself.
class Saying {
public:
    void add(std::string_view text);
    [[nodiscard]] std::uint64_t digest() const { return digest_; }

private:
    std::uint64_t digest_ = 0;
};

/// A fingerprint stays the same when the file moves or its lines shift: organ (or else the name of the file), year,
/// rule, place. Instances about what was said have also that in theirs, figures and all, so that no other statement
/// before or behind it changes whose it is; those alike in all of that are numbered in their order. `verdicts` are all
/// of the filing, `said` what each is about.
void number_fingerprints(const Filing& filing, const std::vector<std::uint64_t>& said, std::vector<Verdict>& verdicts);

}  // namespace gouji
