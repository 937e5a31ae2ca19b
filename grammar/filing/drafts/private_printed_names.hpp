// SPDX-License-Identifier: Apache-2.0
// Owns: which lines may be a title or a caption, in a text that no form knows.
// Refuses: tables. And to be used outside of this folder.
#pragma once

#include "engine/source/text.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// The first short line with a year, with {年份} and, where an organ is in it, {机关}; empty where there is none.
std::string draft_title(const Text& text);

/// A short line that is no note, no number of a table and no line of labels.
bool may_be_caption(std::string_view words);

}  // namespace gouji
