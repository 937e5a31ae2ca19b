// SPDX-License-Identifier: Apache-2.0
#include "engine/check/linked/copied_share.hpp"

#include <cstdint>
#include <unordered_set>

namespace gouji {

std::optional<Fraction> copied_part(std::span<const Said> now, std::span<const Said> before) {
    std::unordered_set<std::uint64_t> known;
    for (const Said& one : before) known.insert(one.digest);
    std::int64_t all = 0;
    std::int64_t copied = 0;
    for (const Said& one : now) {
        all += one.length;
        if (known.contains(one.digest)) copied += one.length;
    }
    if (all == 0) return std::nullopt;
    return divide(Fraction(copied), Fraction(all));
}

}  // namespace gouji
