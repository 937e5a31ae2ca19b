// SPDX-License-Identifier: Apache-2.0
// Owns: how much of a text was taken over from another, sentence by sentence.
// Refuses: likeness: a sentence is the same, digits apart, or it is another.
#pragma once

#include "engine/base/fraction.hpp"

#include <optional>
#include <string_view>

namespace gouji {

/// The part (0 to 1, by characters) of `now` whose sentences stand in `before`. Digits do not count, for a copied text has a new
/// year, and sentences under 12 characters do not, for they say the same everywhere. Nothing when `now` has no other.
std::optional<Fraction> copied_part(std::string_view now, std::string_view before);

}  // namespace gouji
