// SPDX-License-Identifier: Apache-2.0
// Owns: how much of a text was taken over from another, sentence by sentence.
// Refuses: likeness: a sentence is the same, digits apart, or it is another.
#pragma once

#include "engine/base/fraction.hpp"
#include "engine/model/filing.hpp"

#include <optional>
#include <span>

namespace gouji {

/// The part (0 to 1, by characters) of the sentences of `now` that stand in `before`. Nothing when `now` has none.
std::optional<Fraction> copied_part(std::span<const Said> now, std::span<const Said> before);

}  // namespace gouji
