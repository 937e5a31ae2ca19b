// SPDX-License-Identifier: Apache-2.0
// Owns: the half-open range of bytes that everything read points back with.
// Refuses: to know what the bytes are of; that is said by whoever holds the span.
#pragma once

#include <algorithm>
#include <cstdint>

namespace gouji {

struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
    [[nodiscard]] std::uint32_t size() const { return end - start; }
    [[nodiscard]] bool empty() const { return end <= start; }
    [[nodiscard]] bool overlaps(Span other) const { return start < other.end && other.start < end; }
};

/// The smallest span that holds both; an empty span counts for nothing.
inline Span hull(Span a, Span b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.start, b.start), std::max(a.end, b.end)};
}

}  // namespace gouji
