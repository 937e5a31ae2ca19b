// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, normalising a text in UTF-8 in one pass, which proves its encoding on the way.
// Refuses: to change a result: the text is what `normalise` makes of it, as the test "normalise: in one pass as by
// glyphs, wherever one pass is enough" holds; and damaged or annotated characters and tags, which need a look at their
// neighbours. Without it a report takes 4% more instructions, over all formats: only plain text goes through it.
#pragma once

#include "engine/source/text.hpp"

#include <optional>
#include <string_view>

namespace gouji {

/// Nothing where the bytes are not UTF-8, or need more than this. Most texts do not.
std::optional<Text> normalise_straight(std::string_view bytes);

}  // namespace gouji
