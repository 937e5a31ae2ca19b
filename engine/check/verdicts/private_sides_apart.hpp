// SPDX-License-Identifier: Apache-2.0
// Owns: how far the two sides of a comparison are apart.
// Refuses: comparisons of anything but numbers. And to be used outside of engine/check/verdicts.
#pragma once

#include "engine/language/evaluate.hpp"

#include <optional>
#include <vector>

namespace gouji {

/// The left side less the right one; nothing where one of them is no number. For a program that is a comparison.
inline std::optional<Fraction> sides_apart(const Program& check, World& world, std::vector<Value>& stack) {
    const Value left = evaluate_left(check, world, stack);
    const Value right = evaluate_right(check, world, stack);
    return left.is_number() && right.is_number() ? subtract(left.number, right.number) : std::nullopt;
}

}  // namespace gouji
