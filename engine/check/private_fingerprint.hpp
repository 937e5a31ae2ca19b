// SPDX-License-Identifier: Apache-2.0
// Owns: the number by which a finding is known from one run to the next.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"

#include <cstdint>

namespace gouji {

/// A fingerprint stays the same when the file moves, its lines shift or its figures change: organ (or else the name of the
/// file), year, rule, place, and a running number among those alike in all of that.
class Fingerprints {
public:
    explicit Fingerprints(const Filing& filing);

    [[nodiscard]] std::uint64_t place_of(const Verdict& verdict) const;
    [[nodiscard]] static std::uint64_t numbered(std::uint64_t place, int running);

private:
    std::uint64_t filing_ = 0;
};

}  // namespace gouji
