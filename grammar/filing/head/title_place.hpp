// SPDX-License-Identifier: Apache-2.0
// Owns: how a title is set: on lines of its own, apart in a line, or within a sentence.
// Refuses: to say what is a title (title.hpp does).
#pragma once

#include "engine/base/span.hpp"

#include <string_view>

namespace gouji {

/// How much a title says by its place, the most first.
enum class TitlePlace { line, apart, sentence };

TitlePlace place_of_title(std::string_view characters, Span title);

}  // namespace gouji
